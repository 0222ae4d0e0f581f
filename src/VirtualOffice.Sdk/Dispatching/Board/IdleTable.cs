namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The idle operators of all lanes, ring by ring.</summary>
internal sealed class IdleTable(SeatTable seats, OperatorTable operators)
{
    private IdleRing[] _rings = [];

    /// <summary>The first of a ring; −1 when there is none.</summary>
    public int FirstOf(int ring) => _rings[ring].First;

    /// <summary>Makes the rings of a lane, the lanes being opened in the order of their numbers.</summary>
    public void Open(int lane)
    {
        var end = (lane + 1) * BoardOptions.MaxRings;
        if (end > _rings.Length)
        {
            Array.Resize(ref _rings, Math.Max(end, _rings.Length * 2));
        }

        Clear(lane);
    }

    /// <summary>Forgets who is idle in a lane.</summary>
    public void Clear(int lane) => _rings.AsSpan(lane * BoardOptions.MaxRings, BoardOptions.MaxRings).Fill(IdleRing.Empty);

    /// <summary>Adds a seat by how long its operator is idle; usually it is the last.</summary>
    public void Add(int ring, int seat, long turn)
    {
        ref var list = ref _rings[ring];
        var before = list.Last;
        if (turn >= list.LatestTurn)
        {
            list.LatestTurn = turn;
        }
        else
        {
            while (before >= 0 && turn < operators[seats[before].Operator].IdleTurn)
            {
                before = seats.LinkOf(before).Previous;
            }
        }

        var after = before < 0 ? list.First : seats.LinkOf(before).Next;
        Link(ref list, before, seat);
        Link(ref list, seat, after);
    }

    /// <summary>Adds a seat by a strategy's key; of those with equal keys, whoever is idle longer comes first.</summary>
    public void Add(int ring, int seat, long key, long turn)
    {
        ref var sorted = ref _rings[ring];
        var heap = sorted.Heap ??= new IdleHeap(seats);
        heap.Add(new IdleSeat(key, turn, seat));
        sorted.First = heap.First;
    }

    public void Remove(int ring, int seat)
    {
        ref var left = ref _rings[ring];
        if (left.Heap is { } heap)
        {
            heap.Remove(seat);
            left.First = heap.First;
        }
        else
        {
            ref var link = ref seats.LinkOf(seat);
            Link(ref left, link.Previous, link.Next);
        }
    }

    /// <summary>Lets another seat stand where this one does.</summary>
    public void Move(int ring, int seat, int to)
    {
        ref var moved = ref _rings[ring];
        if (moved.Heap is { } heap)
        {
            heap.Move(seat, to);
            moved.First = heap.First;
        }
        else
        {
            var link = seats.LinkOf(seat);
            Link(ref moved, link.Previous, to);
            Link(ref moved, to, link.Next);
        }
    }

    /// <summary>The seat after this one in the strategy's order; −1 when there is none. For the rare walk past operators who have declined the call.</summary>
    public int After(int ring, int seat) => _rings[ring].Heap is { } heap ? heap.After(seat) : seats.LinkOf(seat).Next;

    /// <summary>The key a seat is sorted by.</summary>
    public long KeyOf(int ring, int seat) => _rings[ring].Heap is { } heap ? heap.KeyOf(seat) : operators[seats[seat].Operator].IdleTurn;

    private void Link(ref IdleRing list, int before, int after)
    {
        if (before < 0)
        {
            list.First = after;
        }
        else
        {
            seats.LinkOf(before).Next = after;
        }

        if (after < 0)
        {
            list.Last = before;
        }
        else
        {
            seats.LinkOf(after).Previous = before;
        }
    }
}
