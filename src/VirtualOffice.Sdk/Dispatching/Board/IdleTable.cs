namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The idle operators of all lanes, ring by ring.</summary>
internal sealed class IdleTable(SeatTable seats, OperatorTable operators)
{
    private readonly IdleRing[][] _rings = [.. Enumerable.Repeat<IdleRing[]>([], BoardOptions.MaxRings)];

    /// <summary>The first of a ring; −1 when there is none.</summary>
    public int FirstOf(int lane, int ring) => _rings[ring][lane].First;

    /// <summary>Makes the rings of a lane, the lanes being opened in the order of their numbers.</summary>
    public void Open(int lane)
    {
        if (lane == _rings[0].Length)
        {
            for (var ring = 0; ring < _rings.Length; ring++)
            {
                Array.Resize(ref _rings[ring], Math.Max(16, lane * 2));
            }
        }

        Clear(lane);
    }

    /// <summary>Forgets who is idle in a lane.</summary>
    public void Clear(int lane)
    {
        foreach (var ring in _rings)
        {
            ring[lane] = IdleRing.Empty;
        }
    }

    /// <summary>Adds a seat by how long its operator is idle; usually it is the last.</summary>
    public void Add(int seat, long turn)
    {
        ref var list = ref RingOf(seat);
        var before = list.Last;
        if (turn >= list.LatestTurn)
        {
            list.LatestTurn = turn;
        }
        else
        {
            while (before >= 0 && turn < operators[seats[before].Operator].IdleTurn)
            {
                before = seats[before].Previous;
            }
        }

        var after = before < 0 ? list.First : seats[before].Next;
        Link(ref list, before, seat);
        Link(ref list, seat, after);
    }

    /// <summary>Adds a seat by a strategy's key; of those with equal keys, whoever is idle longer comes first.</summary>
    public void Add(int seat, long key, long turn)
    {
        ref var sorted = ref RingOf(seat);
        var heap = sorted.Heap ??= new IdleHeap(seats);
        heap.Add(new IdleSeat(key, turn, seat));
        sorted.First = heap.First;
    }

    public void Remove(int seat)
    {
        ref var left = ref RingOf(seat);
        if (left.Heap is { } heap)
        {
            heap.Remove(seat);
            left.First = heap.First;
        }
        else
        {
            ref var link = ref seats[seat];
            Link(ref left, link.Previous, link.Next);
        }
    }

    /// <summary>Lets another seat stand where this one does.</summary>
    public void Move(int seat, int to)
    {
        ref var moved = ref RingOf(seat);
        if (moved.Heap is { } heap)
        {
            heap.Move(seat, to);
            moved.First = heap.First;
        }
        else
        {
            var link = seats[seat];
            Link(ref moved, link.Previous, to);
            Link(ref moved, to, link.Next);
        }
    }

    /// <summary>The seat after this one in the strategy's order; −1 when there is none. For the rare walk past operators who have declined the call.</summary>
    public int After(int seat) => RingOf(seat).Heap is { } heap ? heap.After(seat) : seats[seat].Next;

    /// <summary>The key a seat is sorted by.</summary>
    public long KeyOf(int seat) => RingOf(seat).Heap is { } heap ? heap.KeyOf(seat) : operators[seats[seat].Operator].IdleTurn;

    private ref IdleRing RingOf(int seat)
    {
        ref var place = ref seats[seat];
        return ref _rings[place.Ring][place.Lane];
    }

    private void Link(ref IdleRing list, int before, int after)
    {
        if (before < 0)
        {
            list.First = after;
        }
        else
        {
            seats[before].Next = after;
        }

        if (after < 0)
        {
            list.Last = before;
        }
        else
        {
            seats[after].Previous = before;
        }
    }
}
