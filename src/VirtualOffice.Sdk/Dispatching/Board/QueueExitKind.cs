namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What becomes of a call that reaches a limit.</summary>
internal enum QueueExitKind
{
    /// <summary>It is asked for a message.</summary>
    Message,

    /// <summary>It is offered to be called back.</summary>
    Callback,

    /// <summary>It hears an announcement and ends.</summary>
    Announcement,

    /// <summary>It hears the busy tone.</summary>
    Busy,

    /// <summary>It waits in another lane, at its <c>EnqueuedAt</c>; limits of that company do not keep it out, and it does not overflow again.</summary>
    Overflow,
}
