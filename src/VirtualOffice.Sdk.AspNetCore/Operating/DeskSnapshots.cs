using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Makes what an operator's desk shows, from the office's own state.</summary>
internal sealed class DeskSnapshots(
    IVirtualOffice office,
    DeskLive live,
    DeskFeed feed,
    DeskSessions sessions,
    DeskNotices notices,
    QueueLists queues,
    CallCompanies companies,
    OfficeRuntime runtime,
    IEnumerable<IOperatorPhones> phones,
    IEnumerable<ICallIndex> indexes,
    IOptions<OperatorDeskOptions> options)
{
    /// <exception cref="KeyNotFoundException">There is no such operator (any more).</exception>
    public async Task<DeskSnapshotView> BuildAsync(OperatorId id, CancellationToken cancellationToken)
    {
        // Read first: what is built after it is at least as new.
        var version = live.VersionOf(DeskTopic.Of(id));
        var op = office.Operators.Find(id) ?? throw new KeyNotFoundException($"There is no operator '{id}'.");
        var call = op.Call ?? (op.State == OperatorState.WrapUp ? feed.LastCallOf(id) ?? await LastCallAsync(id, cancellationToken) : null);
        var record = call is { } known ? await office.Calls.FindAsync(known, cancellationToken) : null;
        return new DeskSnapshotView(
            version,
            runtime.Clock.GetUtcNow(),
            sessions.Find(id)?.Epoch ?? 0,
            sessions.Lease.TotalSeconds,
            OperatorOf(op),
            record is null ? null : await CallOfAsync(op, record, cancellationToken),
            await QueuesAsync(op, cancellationToken),
            notices.List());
    }

    /// <summary>The call before a restart of the host, of which the feed has not heard.</summary>
    private async Task<CallId?> LastCallAsync(OperatorId id, CancellationToken cancellationToken) =>
        indexes.FirstOrDefault() is { } index && await index.ListCallsAsync(new CallFilter(TenantScope.Office, null, 1) { Operator = id }, cancellationToken) is [var last] ? last.Call : null;

    public async Task<IReadOnlyList<DeskQueueView>> QueuesAsync(OperatorSnapshot op, CancellationToken cancellationToken) =>
    [
        .. (await queues.ReadAsync(op.Definition.Companies, cancellationToken))
            .Select(q => new DeskQueueView(q.Company.Value, q.Waiting, q.LongestWait is { } wait ? q.At - wait : null)),
    ];

    private DeskOperatorView OperatorOf(OperatorSnapshot op) => new(
        op.Definition.Id.Value,
        op.Definition.Name,
        op.State,
        op.Reason,
        op.Since,
        op.WrapUpEnds,
        [.. op.Definition.Companies.Select(c => CompanyBadge.Of(c, office.Companies.Find(c)))],
        [.. options.Value.BreakReasons],
        [.. options.Value.Dispositions.Select(d => new DeskChoiceView(d.Key, d.Value))]);

    private async Task<DeskCallView?> CallOfAsync(OperatorSnapshot op, CallRecord record, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(record, cancellationToken) is not { } company)
        {
            return null;
        }

        var id = op.Definition.Id;
        var offer = record.OpenOffers.FirstOrDefault(o => o.Operator == id);
        var accepted = record.Offers.LastOrDefault(o => o.Operator == id && o.Result == OfferResult.Accepted);
        if (offer is null && (accepted is null || record.Operator != id))
        {
            // It is offered to this operator no longer, or not yet.
            return null;
        }

        var now = runtime.Clock.GetUtcNow();
        IReadOnlyList<MessageDelivery> deliveries = record.Messages.Count == 0 ? [] : await office.DeliveriesOrNoneAsync(record.Id, cancellationToken);
        var transfers = record.Transfers.Select(t => DeskTransferView.Of(t, company)).ToList();
        return new DeskCallView(
            record.Id.ToString(),
            record.Version,
            DeskSituation.Of(record),
            record.Stage,
            record.StageSince,
            record.ReceivedAt,
            record.EndedAt,
            record.Outcome?.Kind,
            record.Operator == id && (record.Stage == CallStage.Conversation || record.OperatorLeg is null),
            offer is null ? null : new DeskOfferView(offer.At, phones.Any(p => p.CanAnswer(offer.Leg))),
            accepted?.EndedAt,
            CompanyOf(company, now),
            record.Dialled,
            CallerOf(record),
            DeskGreeting.Fill(company, op.Definition.Name, now),
            record.OpenTransfer is null ? null : transfers[^1],
            transfers,
            [.. record.Messages.Select(m => MessageView.Of(m, record, deliveries, ""))],
            RecordingView.Of(record.CallRecording, ""),
            DeskLineView.Of(record),
            record.CallType?.Value,
            record.Script is null ? null : await office.Calls.ShowScriptAsync(record.Id, cancellationToken),
            record.Draft,
            record.Questions,
            [.. options.Value.Panels.Select(p => new DeskPanelName(p.Id, p.Title))]);
    }

    private DeskCompanyView CompanyOf(CompanyDefinition company, DateTimeOffset now)
    {
        var hours = office.Companies.DecideHours(company.Id, now);
        var people = office.Employees.List(company.Id).ToDictionary(a => a.Employee.Id);
        return new DeskCompanyView(
            company.Id.Value,
            company.Name,
            CompanyBadge.Of(company).Hue,
            company.Card.Colours?.Accent,
            company.Pronunciation,
            company.TimeZone.Id,
            company.TimeZone.GetUtcOffset(now).TotalMinutes,
            hours?.IsOpen ?? true,
            hours?.Rule ?? "",
            hours?.ChangesAt,
            company.MessagesTo,
            [.. company.Employees.Select(e => DeskEmployeeView.Of(e, people.GetValueOrDefault(e.Id)))],
            [
                .. company.Groups.Select(g => DeskTargetView.Of(company, g)),
                .. company.OnCallLists.Select(l => DeskTargetView.Of(l, office.Employees.WhoIsOnCall(company.Id, l.Id))),
            ],
            [.. company.CallTypes.Select(t => new DeskChoiceView(t.Id.Value, t.Name))],
            company.Dialling.Allow.Count > 0);
    }

    private static DeskCallerView CallerOf(CallRecord record) => new(
        record.Caller.Number?.ToString(),
        record.Caller.IsWithheld ? null : record.Caller.Text,
        record.Caller.Name,
        record.Facts?.Name,
        record.Facts?.Note,
        record.Priority,
        record.Facts?.IsRedial ?? false,
        record.Facts?.LastCall?.ToString());
}
