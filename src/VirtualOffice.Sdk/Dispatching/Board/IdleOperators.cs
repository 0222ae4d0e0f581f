namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The idle operators of one ring of a lane, by their seats, in the strategy's order.</summary>
internal abstract class IdleOperators(SeatTable seats)
{
    protected SeatTable Seats { get; } = seats;

    /// <summary>The first; −1 when there is none.</summary>
    public abstract int First { get; }

    public abstract void Add(int seat);

    public abstract void Remove(int seat);

    /// <summary>The seat after this one in the strategy's order; −1 when there is none. For the rare walk past operators who have declined the call.</summary>
    public abstract int After(int seat);
}
