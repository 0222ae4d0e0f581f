namespace VirtualOffice.Sdk.Calls;

/// <summary>Why a caller left the queue without an operator, or waits for other operators.</summary>
public enum QueueExit
{
    /// <summary>The longest wait was over.</summary>
    WaitLimit,

    /// <summary>The company is closed.</summary>
    Closed,

    /// <summary>Too many were waiting already.</summary>
    QueueLength,

    /// <summary>The wait was expected to be too long.</summary>
    ExpectedWait,

    /// <summary>Too many were waiting for each operator logged in.</summary>
    WaitingPerOperator,

    /// <summary>No operator of the company is logged in.</summary>
    NobodyOnline,

    /// <summary>Operators are logged in, and all of them are on a break.</summary>
    EverybodyOnBreak,
}
