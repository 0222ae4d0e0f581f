namespace VirtualOffice.Sdk.Calls;

/// <summary>Why a caller left the queue without an operator.</summary>
public enum QueueExit
{
    /// <summary>The longest wait was over.</summary>
    WaitLimit,

    /// <summary>The company is closed.</summary>
    Closed,
}
