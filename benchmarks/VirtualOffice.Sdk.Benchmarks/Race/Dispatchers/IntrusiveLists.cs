namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>The algorithmic limit: calls and seats linked by numbers in arrays, the head of each company's line kept; nothing but the decision.</summary>
internal sealed class IntrusiveLists : PlainDispatcher
{
    private const int Bands = 4;

    private Waiting[] _calls = [];
    private Line[] _lines = [];
    private int[] _firstOf = [];
    private int[] _lastOf = [];
    private Seat[] _seats = [];
    private int[] _slotOf = [];
    private int _used;
    private int _free = -1;

    public override void Open(Crew crew, int calls)
    {
        _calls = new Waiting[1_024];
        _slotOf = new int[calls];
        _lines = new Line[Crew.Companies];
        (_firstOf, _lastOf) = (new int[Crew.Companies * Bands], new int[Crew.Companies * Bands]);
        Array.Fill(_lines, new Line { Head = -1, HeadKey = long.MaxValue, FirstIdle = -1, LastIdle = -1 });
        Array.Fill(_firstOf, -1);
        Array.Fill(_lastOf, -1);
        _seats = [.. crew.Serves.SelectMany(companies => companies).Select(company => new Seat { Company = company })];
    }

    public override void Arrive(int call, int company, int band, long now, bool missed)
    {
        ref var line = ref _lines[company];
        if (missed && line.FirstIdle >= 0)
        {
            var first = line.FirstIdle / Crew.CompaniesEach;
            Stand(first, stands: false);
            Missed(call, first);
        }

        if (line.FirstIdle >= 0)
        {
            var op = line.FirstIdle / Crew.CompaniesEach;
            Stand(op, stands: false);
            Assigned(call, op);
            return;
        }

        Append(call, company, band, now - Tape.HeadStarts[band]);
    }

    public override void Abandon(int call, long now) => Remove(_slotOf[call]);

    protected override void Free(int op, bool missed)
    {
        var (best, bestKey) = (-1, long.MaxValue);
        foreach (ref readonly var seat in _seats.AsSpan(op * Crew.CompaniesEach, Crew.CompaniesEach))
        {
            ref var line = ref _lines[seat.Company];
            if (line.HeadKey < bestKey || (line.HeadKey == bestKey && best >= 0 && _calls[line.Head].Number < _calls[best].Number))
            {
                (best, bestKey) = (line.Head, line.HeadKey);
            }
        }

        if (best < 0)
        {
            Stand(op, stands: true);
        }
        else if (missed)
        {
            Missed(_calls[best].Number, op);
        }
        else
        {
            var call = _calls[best].Number;
            Remove(best);
            Assigned(call, op);
        }
    }

    private void Append(int call, int company, int band, long key)
    {
        var slot = _free;
        if (slot >= 0)
        {
            _free = _calls[slot].Next;
        }
        else
        {
            if (_used == _calls.Length)
            {
                Array.Resize(ref _calls, _used * 2);
            }

            slot = _used++;
        }

        var queue = (company * Bands) + band;
        var last = _lastOf[queue];
        _calls[slot] = new Waiting { Key = key, Number = call, Queue = queue, Next = -1, Previous = last };
        _slotOf[call] = slot;
        _lastOf[queue] = slot;
        if (last >= 0)
        {
            _calls[last].Next = slot;
        }
        else
        {
            _firstOf[queue] = slot;
            FindHead(company);
        }
    }

    private void Remove(int slot)
    {
        ref var call = ref _calls[slot];
        if (call.Next < 0)
        {
            _lastOf[call.Queue] = call.Previous;
        }
        else
        {
            _calls[call.Next].Previous = call.Previous;
        }

        if (call.Previous < 0)
        {
            _firstOf[call.Queue] = call.Next;
            FindHead(call.Queue / Bands);
        }
        else
        {
            _calls[call.Previous].Next = call.Next;
        }

        call.Next = _free;
        _free = slot;
    }

    private void FindHead(int company)
    {
        var (head, headKey) = (-1, long.MaxValue);
        foreach (var first in _firstOf.AsSpan(company * Bands, Bands))
        {
            if (first >= 0 && (_calls[first].Key < headKey || (_calls[first].Key == headKey && _calls[first].Number < _calls[head].Number)))
            {
                (head, headKey) = (first, _calls[first].Key);
            }
        }

        (_lines[company].Head, _lines[company].HeadKey) = (head, headKey);
    }

    private void Stand(int op, bool stands)
    {
        for (var seat = op * Crew.CompaniesEach; seat < (op + 1) * Crew.CompaniesEach; seat++)
        {
            ref var s = ref _seats[seat];
            ref var line = ref _lines[s.Company];
            if (stands)
            {
                (s.Previous, s.Next) = (line.LastIdle, -1);
                (s.Previous < 0 ? ref line.FirstIdle : ref _seats[s.Previous].Next) = seat;
                line.LastIdle = seat;
            }
            else
            {
                (s.Previous < 0 ? ref line.FirstIdle : ref _seats[s.Previous].Next) = s.Next;
                (s.Next < 0 ? ref line.LastIdle : ref _seats[s.Next].Previous) = s.Previous;
            }
        }
    }

    private struct Waiting
    {
        public long Key;
        public int Number;
        public int Queue;
        public int Next;
        public int Previous;
    }

    private struct Line
    {
        public long HeadKey;
        public int Head;
        public int FirstIdle;
        public int LastIdle;
    }

    private struct Seat
    {
        public int Company;
        public int Next;
        public int Previous;
    }
}
