namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>For every other strategy: a heap with four children a node, in which each seat knows its position.</summary>
internal sealed class IdleHeap(SeatTable seats) : IdleOperators(seats)
{
    private const int Children = 4;

    private int[] _heap = new int[4];
    private int _count;

    public override int First => _count == 0 ? -1 : _heap[0];

    public override void Add(int seat)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }

        Rise(_count++, seat);
    }

    public override void Remove(int seat)
    {
        var hole = Seats[seat].Next;
        var last = _heap[--_count];
        if (last == seat)
        {
            return;
        }

        if (hole > 0 && Seats.Precedes(last, _heap[(hole - 1) / Children]))
        {
            Rise(hole, last);
        }
        else
        {
            Sink(hole, last);
        }
    }

    public override int After(int seat)
    {
        var next = -1;
        for (var i = 0; i < _count; i++)
        {
            if (Seats.Precedes(seat, _heap[i]) && (next < 0 || Seats.Precedes(_heap[i], next)))
            {
                next = _heap[i];
            }
        }

        return next;
    }

    private void Rise(int hole, int seat)
    {
        while (hole > 0)
        {
            var parent = (hole - 1) / Children;
            if (!Seats.Precedes(seat, _heap[parent]))
            {
                break;
            }

            Put(hole, _heap[parent]);
            hole = parent;
        }

        Put(hole, seat);
    }

    private void Sink(int hole, int seat)
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
                if (Seats.Precedes(_heap[i], _heap[least]))
                {
                    least = i;
                }
            }

            if (!Seats.Precedes(_heap[least], seat))
            {
                break;
            }

            Put(hole, _heap[least]);
            hole = least;
        }

        Put(hole, seat);
    }

    private void Put(int position, int seat)
    {
        _heap[position] = seat;
        Seats[seat].Next = position;
    }
}
