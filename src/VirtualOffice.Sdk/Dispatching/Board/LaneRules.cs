namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What of a company's policy is asked for every call.</summary>
[Flags]
internal enum LaneRules : byte
{
    None = 0,

    /// <summary>There is a ring that opens later.</summary>
    LaterRings = 1,

    /// <summary>There are limits.</summary>
    Limits = 2,

    /// <summary>A call is offered to all at once.</summary>
    OffersToAll = 4,
}
