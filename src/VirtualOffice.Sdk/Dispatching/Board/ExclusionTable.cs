namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Who is not offered which call for now, because they declined or missed it; a short list for each of the few calls that have one.</summary>
internal sealed class ExclusionTable
{
    private (int Operator, int Next, long Until)[] _nodes = new (int, int, long)[16];
    private int[] _first = [];
    private int _used;
    private int _free = -1;

    public void Add(int slot, ref CallSlot call, int op, long until)
    {
        for (var i = First(slot, call); i >= 0; i = _nodes[i].Next)
        {
            if (_nodes[i].Operator == op)
            {
                _nodes[i].Until = until;
                return;
            }
        }

        var node = _free;
        if (node >= 0)
        {
            _free = _nodes[node].Next;
        }
        else
        {
            if (_used == _nodes.Length)
            {
                Array.Resize(ref _nodes, _used * 2);
            }

            node = _used++;
        }

        if (slot >= _first.Length)
        {
            Array.Resize(ref _first, Math.Max(slot + 1, _first.Length * 2));
        }

        _nodes[node] = (op, First(slot, call), until);
        _first[slot] = node;
        call.Marks |= CallMarks.Excludes;
    }

    public bool Contains(int slot, in CallSlot call, int op, long now)
    {
        for (var i = First(slot, call); i >= 0; i = _nodes[i].Next)
        {
            if (_nodes[i].Operator == op)
            {
                return _nodes[i].Until > now;
            }
        }

        return false;
    }

    /// <summary>When the first of the call's exclusions that are not over yet ends; <see cref="long.MaxValue"/> for never.</summary>
    public long NextEnd(int slot, in CallSlot call, long now)
    {
        var next = long.MaxValue;
        for (var i = First(slot, call); i >= 0; i = _nodes[i].Next)
        {
            if (_nodes[i].Until > now)
            {
                next = Math.Min(next, _nodes[i].Until);
            }
        }

        return next;
    }

    public void Clear(int slot, ref CallSlot call)
    {
        for (var node = First(slot, call); node >= 0;)
        {
            var next = _nodes[node].Next;
            _nodes[node].Next = _free;
            (_free, node) = (node, next);
        }

        call.Marks &= ~CallMarks.Excludes;
    }

    private int First(int slot, in CallSlot call) => call.Has(CallMarks.Excludes) ? _first[slot] : -1;
}
