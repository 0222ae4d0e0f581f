namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>
/// As app_queue works: each queue is one line of callers in order, walked from the head at every join; for every call tried, a list of attempts is made from all members of the queue, each with a metric,
/// and the best that is free is rung.
/// </summary>
internal sealed class MemberScan : PlainDispatcher
{
    private LinkedList<WaitingCall>[] _lines = [];
    private List<int>[] _members = [];
    private long[] _idleSince = [];
    private int[] _companyOf = [];
    private long _turn;
    private Crew _crew = null!;

    public override void Open(Crew crew, int calls)
    {
        (_crew, _idleSince, _companyOf) = (crew, new long[crew.Operators], new int[calls]);
        _lines = [.. Enumerable.Range(0, Crew.Companies).Select(_ => new LinkedList<WaitingCall>())];
        _members = [.. Enumerable.Range(0, Crew.Companies).Select(_ => new List<int>())];
        for (var p = 0; p < crew.Operators; p++)
        {
            foreach (var company in crew.Serves[p])
            {
                _members[company].Add(p);
            }
        }
    }

    public override void Arrive(int call, int company, int band, long now, bool missed)
    {
        _companyOf[call] = company;
        var joining = new WaitingCall(call, company, band, now - Tape.HeadStarts[band]);
        var after = _lines[company].First;
        while (after is not null && !joining.Precedes(after.Value))
        {
            after = after.Next;
        }

        var node = after is null ? _lines[company].AddLast(joining) : _lines[company].AddBefore(after, joining);
        var op = Try(company);
        if (missed && op >= 0)
        {
            _idleSince[op] = 0;
            Missed(call, op);
            op = Try(company);
        }

        if (op >= 0)
        {
            _lines[company].Remove(node);
            _idleSince[op] = 0;
            Assigned(call, op);
        }
    }

    public override void Abandon(int call, long now)
    {
        var line = _lines[_companyOf[call]];
        for (var node = line.First; node is not null; node = node.Next)
        {
            if (node.Value.Number == call)
            {
                line.Remove(node);
                return;
            }
        }
    }

    protected override void Free(int op, bool missed)
    {
        _idleSince[op] = ++_turn;
        WaitingCall? best = null;
        foreach (var company in _crew.Serves[op])
        {
            if (_lines[company].First is { Value: var head } && (best is null || head.Precedes(best)))
            {
                best = head;
            }
        }

        if (best is null)
        {
            return;
        }

        var rung = Try(best.Company);
        _idleSince[rung] = 0;
        if (missed)
        {
            Missed(best.Number, rung);
        }
        else
        {
            _lines[best.Company].RemoveFirst();
            Assigned(best.Number, rung);
        }
    }

    private int Try(int company)
    {
        Attempt? attempts = null;
        foreach (var member in _members[company])
        {
            attempts = new Attempt(member, _idleSince[member], attempts);
        }

        var (best, bestMetric) = (-1, long.MaxValue);
        for (var attempt = attempts; attempt is not null; attempt = attempt.Next)
        {
            if (attempt.Metric > 0 && attempt.Metric < bestMetric)
            {
                (best, bestMetric) = (attempt.Member, attempt.Metric);
            }
        }

        return best;
    }

    private sealed record Attempt(int Member, long Metric, Attempt? Next);
}
