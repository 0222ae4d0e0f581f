namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A call on the board: its slot, and the slot's generation, so that a handle of a call that has left finds nothing.</summary>
internal readonly record struct CallHandle(int Slot, int Generation)
{
    public static CallHandle None { get; } = new(-1, 0);
}
