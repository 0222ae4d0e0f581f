namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The first call of a lane, and its static key; −1 and the largest key when nobody waits.</summary>
internal record struct LaneHead(int Slot, long Key)
{
    public static LaneHead None { get; } = new(-1, long.MaxValue);
}
