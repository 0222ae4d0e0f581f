namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>For strategies by which whoever becomes idle is last, so that joining and leaving is a matter of two links.</summary>
internal sealed class IdleList(SeatTable seats) : IdleOperators(seats)
{
    private int _first = -1;
    private int _last = -1;

    public override int First => _first;

    public override void Add(int seat)
    {
        var before = _last;
        while (before >= 0 && Seats.Precedes(seat, before))
        {
            before = Seats[before].Previous;
        }

        ref var added = ref Seats[seat];
        var after = before < 0 ? _first : Seats[before].Next;
        (added.Previous, added.Next) = (before, after);
        if (before < 0)
        {
            _first = seat;
        }
        else
        {
            Seats[before].Next = seat;
        }

        if (after < 0)
        {
            _last = seat;
        }
        else
        {
            Seats[after].Previous = seat;
        }
    }

    public override void Remove(int seat)
    {
        var (previous, next) = (Seats[seat].Previous, Seats[seat].Next);
        if (previous < 0)
        {
            _first = next;
        }
        else
        {
            Seats[previous].Next = next;
        }

        if (next < 0)
        {
            _last = previous;
        }
        else
        {
            Seats[next].Previous = previous;
        }
    }

    public override int After(int seat) => Seats[seat].Next;
}
