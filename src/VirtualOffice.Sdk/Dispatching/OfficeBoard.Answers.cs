using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <content>What the office asks the board.</content>
internal sealed partial class OfficeBoard
{
    private static readonly int States = Enum.GetValues<OperatorState>().Length;

    private IReadOnlyList<QueueSnapshot> TakeSnapshots(long now)
    {
        var at = new DateTimeOffset(now, TimeSpan.Zero);
        var snapshots = new List<QueueSnapshot>(_companiesByNumber.Count);
        for (var number = 0; number < _companiesByNumber.Count; number++)
        {
            var company = _companiesByNumber[number].Id;
            var (waiting, oldest) = (_board.WaitingOf(number), _board.OldestOf(number));
            snapshots.Add(new QueueSnapshot(
                company,
                _version,
                at,
                waiting,
                waiting == 0 ? null : new TimeSpan(Math.Max(0, now - oldest)),
                CountOperators(number),
                _service.Of(company, ServiceLevels.Recent, at),
                _service.Of(company, ServiceLevels.Hour, at)));
        }

        snapshots.Sort((a, b) => a.Company.CompareTo(b.Company));
        return snapshots;
    }

    private Dictionary<OperatorState, int> CountOperators(int company)
    {
        Span<int> counts = stackalloc int[States];
        _board.CountOperators(company, counts);
        var states = new Dictionary<OperatorState, int>();
        for (var state = 0; state < counts.Length; state++)
        {
            if (counts[state] > 0)
            {
                states.Add((OperatorState)state, counts[state]);
            }
        }

        return states;
    }

    private RoutingExplanation? Explain(in HostedCall call, long now)
    {
        var status = _board.StatusOf(call.Handle);
        var chosen = status.Place == CallPlace.Offered ? status.Operator : -1;
        return status.Place is CallPlace.Waiting or CallPlace.Apart or CallPlace.Offered ? Explain(call, chosen, now) : null;
    }

    private RoutingExplanation Explain(in HostedCall call, int chosen, long now)
    {
        var company = _companiesByNumber[call.Company];
        return _explainer.Explain(call, company.Id, call.Company, company.Rules.Strategy, chosen, now);
    }
}
