namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Where a seat stands among the idle ones.</summary>
internal struct SeatLink
{
    /// <summary>The neighbour in a list, or the position in a heap; of the first of a free block of seats, the next such block.</summary>
    public int Next;
    public int Previous;
}
