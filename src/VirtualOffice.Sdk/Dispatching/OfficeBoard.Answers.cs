using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <content>What the office asks the board.</content>
internal sealed partial class OfficeBoard
{
    private IReadOnlyList<QueueSnapshot> TakeSnapshots(long now)
    {
        var at = new DateTimeOffset(now, TimeSpan.Zero);
        var waiting = _slots.Values.Select(slot => (_calls[slot].Company, Status: _board.StatusOf(_calls[slot].Handle)))
            .Where(c => c.Status.Place is CallPlace.Waiting or CallPlace.Apart)
            .GroupBy(c => c.Company)
            .ToDictionary(g => g.Key, g => (Count: g.Count(), Oldest: g.Min(c => c.Status.EnqueuedAt)));
        return
        [
            .. _companiesByNumber.Select((company, number) => (company, number)).OrderBy(c => c.company.Id).Select(c => new QueueSnapshot(
                c.company.Id,
                _version,
                at,
                waiting.GetValueOrDefault(c.number).Count,
                waiting.TryGetValue(c.number, out var w) ? new TimeSpan(Math.Max(0, now - w.Oldest)) : null,
                _board.OperatorsOf(c.number).GroupBy(op => _board.StatusOf(op).State).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
                _service.Of(c.company.Id, ServiceLevels.Recent, at),
                _service.Of(c.company.Id, ServiceLevels.Hour, at))),
        ];
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
