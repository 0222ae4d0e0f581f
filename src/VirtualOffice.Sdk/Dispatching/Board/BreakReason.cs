namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Who has sent an operator on a break.</summary>
internal enum BreakReason : byte
{
    /// <summary>The operator, or nobody: there is none.</summary>
    Own,

    /// <summary>The board: the phone could not be reached, which is nobody's fault.</summary>
    PhoneUnreachable,

    /// <summary>The board: too many calls in a row were missed.</summary>
    MissedCalls,
}
