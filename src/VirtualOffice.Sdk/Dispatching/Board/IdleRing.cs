namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The idle operators of one ring of a lane, by their seats, in the strategy's order.</summary>
internal struct IdleRing
{
    /// <summary>Nobody, in a list.</summary>
    public static IdleRing Empty { get; } = new() { First = -1, Last = -1 };

    /// <summary>Where a strategy has an order of its own; null for a list by who is idle the longest.</summary>
    public IdleHeap? Heap;

    /// <summary>The latest turn that was ever in the list: whoever comes with a later one is the last.</summary>
    public long LatestTurn;

    /// <summary>The first; −1 when there is none.</summary>
    public int First;

    /// <summary>The last of a list; −1 when there is none.</summary>
    public int Last;
}
