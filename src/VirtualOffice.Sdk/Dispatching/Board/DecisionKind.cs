namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What the board can decide.</summary>
internal enum DecisionKind : byte
{
    /// <summary>An operator's state, break reason or profile is another. Not decided of one who is offered a call: the offer says so.</summary>
    OperatorChanged,

    /// <summary>A call is offered to an operator.</summary>
    Offered,

    /// <summary>An offer is over that the operator has not ended.</summary>
    Withdrawn,

    /// <summary>A call has reached a limit of its company and leaves the queue, or waits in another lane.</summary>
    Exited,

    /// <summary>A call that was offered waits again, in its old place.</summary>
    Requeued,

    /// <summary>An operator missed too many calls in a row and was sent on a break: the supervisor's business.</summary>
    OperatorPaused,
}
