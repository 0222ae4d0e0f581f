namespace VirtualOffice.Sdk.Calls;

/// <summary>What becomes of a caller who leaves the queue without an operator.</summary>
public enum QueueAction
{
    /// <summary>The caller is asked for a voice message.</summary>
    Message,

    /// <summary>The caller hears that somebody will call back, and the call-back is on the work list. Without a number to call, asked for a message.</summary>
    Callback,

    /// <summary>The caller hears an announcement, and the call ends as refused.</summary>
    Announcement,

    /// <summary>The caller hears the busy tone, and the call ends as refused.</summary>
    Busy,

    /// <summary>The caller goes on waiting, for another company's operators, in the old place. Happens once to a call.</summary>
    Overflow,
}
