namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Idle operators by a strategy's key: a heap with four children a node, in which each seat knows its position.</summary>
internal sealed class IdleHeap(SeatTable seats)
{
    private const int Children = 4;

    private IdleSeat[] _heap = new IdleSeat[4];
    private int _count;

    /// <summary>The first; −1 when there is none.</summary>
    public int First => _count == 0 ? -1 : _heap[0].Seat;

    public void Add(in IdleSeat added)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }

        Rise(_count++, added);
    }

    public void Remove(int seat)
    {
        var hole = seats[seat].Next;
        var last = _heap[--_count];
        if (last.Seat == seat)
        {
            return;
        }

        if (hole > 0 && last.Precedes(_heap[(hole - 1) / Children]))
        {
            Rise(hole, last);
        }
        else
        {
            Sink(hole, last);
        }
    }

    /// <summary>Lets another seat stand where this one does.</summary>
    public void Move(int seat, int to)
    {
        var position = seats[seat].Next;
        Put(position, _heap[position] with { Seat = to });
    }

    public long KeyOf(int seat) => _heap[seats[seat].Next].Key;

    /// <summary>The seat after this one; −1 when there is none.</summary>
    public int After(int seat)
    {
        var before = _heap[seats[seat].Next];
        var next = -1;
        for (var i = 0; i < _count; i++)
        {
            if (before.Precedes(_heap[i]) && (next < 0 || _heap[i].Precedes(_heap[next])))
            {
                next = i;
            }
        }

        return next < 0 ? -1 : _heap[next].Seat;
    }

    private void Rise(int hole, in IdleSeat seat)
    {
        while (hole > 0)
        {
            var parent = (hole - 1) / Children;
            if (!seat.Precedes(_heap[parent]))
            {
                break;
            }

            Put(hole, _heap[parent]);
            hole = parent;
        }

        Put(hole, seat);
    }

    private void Sink(int hole, in IdleSeat seat)
    {
        while (true)
        {
            var child = (hole * Children) + 1;
            if (child >= _count)
            {
                break;
            }

            var least = child;
            var end = Math.Min(child + Children, _count);
            for (var i = child + 1; i < end; i++)
            {
                if (_heap[i].Precedes(_heap[least]))
                {
                    least = i;
                }
            }

            if (!_heap[least].Precedes(seat))
            {
                break;
            }

            Put(hole, _heap[least]);
            hole = least;
        }

        Put(hole, seat);
    }

    private void Put(int position, in IdleSeat seat)
    {
        _heap[position] = seat;
        seats[seat.Seat].Next = position;
    }
}
