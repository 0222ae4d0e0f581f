namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>Obviously right: looks at everything, every time. Says what the checksum has to be.</summary>
/// <param name="fewestCalls">Whether the operator with the fewest calls is first, instead of who has been idle the longest.</param>
internal sealed class NaiveScan(bool fewestCalls = false) : PlainDispatcher
{
    private readonly List<WaitingCall> _waiting = [];
    private readonly List<int> _idle = [];
    private int[] _taken = [];
    private Crew _crew = null!;

    public override void Open(Crew crew, int calls) => (_crew, _taken) = (crew, new int[crew.Operators]);

    public override void Arrive(int call, int company, int band, long now, bool missed)
    {
        var op = FirstIdle(company);
        if (missed && op >= 0)
        {
            _idle.Remove(op);
            Missed(call, op);
            op = FirstIdle(company);
        }

        if (op < 0)
        {
            _waiting.Add(new WaitingCall(call, company, band, now - Tape.HeadStarts[band]));
            return;
        }

        _idle.Remove(op);
        Take(call, op);
    }

    public override void Abandon(int call, long now) => _waiting.RemoveAt(_waiting.FindIndex(w => w.Number == call));

    protected override void Free(int op, bool missed)
    {
        WaitingCall? best = null;
        var serves = _crew.Serves[op];
        foreach (var call in _waiting)
        {
            if (serves.AsSpan().Contains(call.Company) && (best is null || call.Precedes(best)))
            {
                best = call;
            }
        }

        if (best is null)
        {
            _idle.Add(op);
        }
        else if (missed)
        {
            Missed(best.Number, op);
        }
        else
        {
            _waiting.Remove(best);
            Take(best.Number, op);
        }
    }

    private int FirstIdle(int company)
    {
        var best = -1;
        foreach (var op in _idle)
        {
            if (_crew.Serves[op].AsSpan().Contains(company) && (best < 0 || (fewestCalls && _taken[op] < _taken[best])))
            {
                best = op;
            }
        }

        return best;
    }

    private void Take(int call, int op)
    {
        _taken[op]++;
        Assigned(call, op);
    }
}
