namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What can be too much for a company's queue. Looked at when a call would have to wait, and where said, while it waits.</summary>
internal enum LimitKind
{
    /// <summary>So many calls wait already.</summary>
    QueueLength,

    /// <summary>The call has waited so long, counted from its <c>EnqueuedAt</c>.</summary>
    Wait,

    /// <summary>The call can be expected to wait longer.</summary>
    ExpectedWait,

    /// <summary>For each operator online so many calls wait already.</summary>
    WaitingPerOperator,

    /// <summary>No operator of the company is online; also while the call waits.</summary>
    NobodyOnline,

    /// <summary>Operators are online, and all of them are on a break; also while the call waits.</summary>
    EverybodyOnBreak,
}
