namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator's place at a lane they serve.</summary>
internal struct Seat
{
    public int Operator;
    public int Lane;
    public short Ring;

    /// <summary>Where the company stands in the operator's assignments.</summary>
    public short Order;
}
