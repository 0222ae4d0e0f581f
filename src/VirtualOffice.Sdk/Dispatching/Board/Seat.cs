namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator's place at a lane they serve.</summary>
internal struct Seat
{
    /// <summary>The strategy's sort key; the smallest is first.</summary>
    public long Key;

    /// <summary>Decides between equal keys: who is idle longer.</summary>
    public long Turn;

    public int Operator;

    public int Lane;

    /// <summary>The neighbour in a list, or the position in a heap; of a free seat, the next free one.</summary>
    public int Next;

    public int Previous;

    public short Ring;

    /// <summary>Where the company stands in the operator's assignments.</summary>
    public short Order;
}
