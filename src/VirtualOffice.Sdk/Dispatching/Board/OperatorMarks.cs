namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What of an operator has to be looked at or not.</summary>
[Flags]
internal enum OperatorMarks : byte
{
    None = 0,

    /// <summary>The operator's seats are among the idle ones.</summary>
    Stands = 1,

    /// <summary>Calls stand apart for this operator.</summary>
    HasApart = 2,

    /// <summary>The same call is offered to another operator, too.</summary>
    HasNext = 4,

    /// <summary>The profile has a wrap-up.</summary>
    WrapsUp = 8,
}
