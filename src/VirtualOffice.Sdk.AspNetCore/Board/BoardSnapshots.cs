using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Makes what the supervisor's board shows. However many look at it, it is made once for each version.</summary>
internal sealed class BoardSnapshots(
    IVirtualOffice office, DeskLive live, DeskFeed feed, DeskSessions sessions, DeskNotices notices, WorkLists work, OfficeRuntime runtime, IOptions<OperatorDeskOptions> options)
{
    // What is shown grows old even when nothing happens: waits get longer and alarms due.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Task<BoardSnapshotView>? _making;
    private long _version;
    private long _madeAt;

    public Task<BoardSnapshotView> GetAsync(CancellationToken cancellationToken)
    {
        var version = live.VersionOf(DeskTopic.Board);
        lock (_gate)
        {
            if (_making is null or { IsFaulted: true } or { IsCanceled: true } || _version < version || runtime.Clock.GetElapsedTime(_madeAt) > Fresh)
            {
                (_version, _madeAt, _making) = (version, runtime.Clock.GetTimestamp(), MakeAsync(version));
            }

            return _making.WaitAsync(cancellationToken);
        }
    }

    private async Task<BoardSnapshotView> MakeAsync(long version)
    {
        await Task.Yield();
        var readiness = await office.CheckReadinessAsync(CancellationToken.None);
        var queues = await office.Queues.ListAsync(CancellationToken.None);
        var calls = await CallsAsync();
        var companies = calls.ToDictionary(c => c.Id, c => c.Company?.Id, StringComparer.Ordinal);
        var operators = office.Operators.List().Select(op => OperatorOf(op, op.Call is { } call ? companies.GetValueOrDefault(call.ToString()) : null)).ToList();
        var views = new List<BoardQueueView>(queues.Count);
        foreach (var queue in queues)
        {
            views.Add(await QueueOfAsync(queue));
        }

        return new BoardSnapshotView(version, runtime.Clock.GetUtcNow(), readiness.IsReady, readiness.WaitingFor, views, operators, calls, [.. Alarms(readiness, views, operators)], notices.List(), [.. office.Supervision.List().Select(BoardListenerView.Of)]);
    }

    private async Task<BoardQueueView> QueueOfAsync(QueueSnapshot queue) => new(
        CompanyBadge.Of(queue.Company, office.Companies.Find(queue.Company)),
        office.Companies.DecideHours(queue.Company, queue.At)?.IsOpen ?? true,
        queue.Waiting,
        queue.LongestWait is { } wait ? queue.At - wait : null,
        queue.Operators.ToDictionary(o => o.Key.ToString(), o => o.Value, StringComparer.Ordinal),
        ServiceLevelView.Of(queue.Recent),
        ServiceLevelView.Of(queue.Hour),
        await CallbacksAsync(queue.Company));

    private async Task<int> CallbacksAsync(CompanyId company)
    {
        try
        {
            return (await work.ReadAsync([company], CancellationToken.None)).Callbacks.Count;
        }
        catch (StoreUnavailableException)
        {
            // The board is needed most when the store is away; readiness says that it is.
            return 0;
        }
    }

    private async Task<List<BoardCallView>> CallsAsync()
    {
        var calls = new List<BoardCallView>();
        foreach (var id in feed.Live)
        {
            if (await office.Calls.FindAsync(id, CancellationToken.None) is { Outcome: null } record)
            {
                calls.Add(CallOf(record));
            }
        }

        return [.. calls.OrderBy(c => c.ReceivedAt)];
    }

    private BoardCallView CallOf(CallRecord record)
    {
        var company = record.Company is { } id ? office.Companies.Find(id) : null;
        var employee = record.OpenTransfer?.Target ?? (record.Stage == CallStage.Transferred && record.Transfers.Count > 0 ? record.Transfers[^1].Target : null);
        var op = record.OpenOffers.Count > 0 ? record.OpenOffers[0].Operator : record.OperatorLeg is null ? null : record.Operator;
        return new BoardCallView(
            record.Id.ToString(),
            record.Company is { } known ? CompanyBadge.Of(known, company) : null,
            record.Dialled,
            record.Caller.Number?.ToString() ?? (record.Caller.IsWithheld ? null : record.Caller.Text),
            record.Facts?.Name ?? record.Caller.Name,
            record.Priority,
            record.Stage,
            record.StageSince,
            record.ReceivedAt,
            op is { } o ? office.Operators.Find(o)?.Definition.Name ?? o.Value : null,
            TransferNames.Of(employee, company));
    }

    private BoardOperatorView OperatorOf(OperatorSnapshot op, string? callCompany) => new(
        op.Definition.Id.Value,
        op.Definition.Name,
        op.State,
        op.Reason,
        op.Since,
        [.. op.Definition.Companies.Select(c => c.Value)],
        op.Call?.ToString(),
        callCompany,
        sessions.Find(op.Definition.Id) is not null,
        sessions.Lost.TryGetValue(op.Definition.Id, out var lost) ? lost : null);

    private IEnumerable<BoardAlarmView> Alarms(OfficeReadiness readiness, List<BoardQueueView> queues, List<BoardOperatorView> operators)
    {
        foreach (var missing in readiness.WaitingFor)
        {
            yield return new BoardAlarmView("office", Text: missing);
        }

        foreach (var op in operators.Where(o => o.DeskLostAt is not null))
        {
            yield return new BoardAlarmView("desk", queues.Find(q => q.Company.Id == op.CallCompany)?.Company, op.Name, Since: op.DeskLostAt);
        }

        foreach (var queue in queues)
        {
            if (queue.Waiting > 0 && !queue.Operators.Any(o => o.Key is not (nameof(OperatorState.Offline) or nameof(OperatorState.Break)) && o.Value > 0))
            {
                yield return new BoardAlarmView("nobody", queue.Company, Count: queue.Waiting, Since: queue.LongestSince);
            }
            else if (queue.LongestSince is { } since && runtime.Clock.GetUtcNow() - since > options.Value.AlarmWait)
            {
                yield return new BoardAlarmView("wait", queue.Company, Count: queue.Waiting, Since: since);
            }
            else if (queue.Waiting > options.Value.AlarmWaiting)
            {
                yield return new BoardAlarmView("waiting", queue.Company, Count: queue.Waiting, Since: queue.LongestSince);
            }
        }
    }
}
