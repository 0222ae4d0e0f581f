namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>The same algorithm in idiomatic collections.</summary>
internal sealed class LinkedListsAndDictionaries : PlainDispatcher
{
    private readonly Dictionary<int, LinkedList<WaitingCall>[]> _lines = [];
    private readonly Dictionary<int, LinkedListNode<WaitingCall>> _waiting = [];
    private readonly Dictionary<int, LinkedList<int>> _idle = [];
    private readonly Dictionary<int, LinkedListNode<int>[]> _idleNodes = [];
    private Crew _crew = null!;

    public override void Open(Crew crew, int calls)
    {
        _crew = crew;
        for (var company = 0; company < Crew.Companies; company++)
        {
            _lines.Add(company, [.. Tape.HeadStarts.Select(_ => new LinkedList<WaitingCall>())]);
            _idle.Add(company, new LinkedList<int>());
        }
    }

    public override void Arrive(int call, int company, int band, long now, bool missed)
    {
        var idle = _idle[company];
        if (missed && idle.First is { Value: var first })
        {
            StandNoMore(first);
            Missed(call, first);
        }

        if (idle.First is { Value: var op })
        {
            StandNoMore(op);
            Assigned(call, op);
            return;
        }

        _waiting.Add(call, _lines[company][band].AddLast(new WaitingCall(call, company, band, now - Tape.HeadStarts[band])));
    }

    public override void Abandon(int call, long now)
    {
        if (_waiting.Remove(call, out var node))
        {
            node.List!.Remove(node);
        }
    }

    protected override void Free(int op, bool missed)
    {
        WaitingCall? best = null;
        foreach (var company in _crew.Serves[op])
        {
            foreach (var line in _lines[company])
            {
                if (line.First is { Value: var head } && (best is null || head.Precedes(best)))
                {
                    best = head;
                }
            }
        }

        if (best is null)
        {
            _idleNodes.Add(op, [.. _crew.Serves[op].Select(company => _idle[company].AddLast(op))]);
        }
        else if (missed)
        {
            Missed(best.Number, op);
        }
        else
        {
            _lines[best.Company][best.Band].RemoveFirst();
            _waiting.Remove(best.Number);
            Assigned(best.Number, op);
        }
    }

    private void StandNoMore(int op)
    {
        if (_idleNodes.Remove(op, out var nodes))
        {
            foreach (var node in nodes)
            {
                node.List!.Remove(node);
            }
        }
    }
}
