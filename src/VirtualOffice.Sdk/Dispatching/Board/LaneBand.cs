namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The callers of a lane in one band.</summary>
internal struct LaneBand
{
    /// <summary>Nobody.</summary>
    public static LaneBand Empty { get; } = new() { First = -1, Last = -1, FirstKey = long.MaxValue, Latest = long.MinValue };

    /// <summary>The first's static key; <see cref="long.MaxValue"/> for none.</summary>
    public long FirstKey;

    /// <summary>Nobody in the line ever came later than this: whoever does is the last.</summary>
    public long Latest;

    /// <summary>The first; −1 for none.</summary>
    public int First;

    /// <summary>The last; −1 for none.</summary>
    public int Last;
}
