namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator's place at a lane they serve, and where it stands among the idle ones: 16 bytes, so that an operator with five companies has them on two lines of the cache.</summary>
internal struct Seat(int op, int lane, int ring)
{
    private const int RingBits = 3;

    private readonly int _laneAndRing = (checked(lane * (1 << RingBits))) | ring;

    public readonly int Operator = op;

    /// <summary>The neighbour in a list, or the position in a heap; of the first of a free block of seats, the next such block.</summary>
    public int Next;
    public int Previous;

    public readonly int Lane => _laneAndRing >> RingBits;

    public readonly int Ring => _laneAndRing & ((1 << RingBits) - 1);
}
