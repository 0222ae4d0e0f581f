using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>The shortest journal and outbox that are right, and what can be made wrong in them.</summary>
internal sealed class ReferenceJournal(ReferenceJournal.Flaw flaw = ReferenceJournal.Flaw.None) : ICallJournal, IMessageOutbox, IJournalTestBench
{
    private readonly SortedDictionary<CallId, List<CallEvent>> _calls = [];
    private readonly List<(MessageDelivery Delivery, DateTimeOffset ClaimedUntil)> _deliveries = [];

    public enum Flaw
    {
        None,
        IgnoresVersion,
        WritesDeliveriesOnConflict,
        ListsClosedCalls,
        OldestFirst,
        IgnoresScope,
        LimitsNothing,
        ClaimsTwice,
        ClaimsForEver,
        ClaimsInOrderOfWriting,
        SettlesAgain,
        LosesTexts,
    }

    public ICallJournal Journal => this;

    public IMessageOutbox Outbox => this;

    public Task ReopenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        var known = _calls.TryGetValue(append.Call, out var events);
        if (flaw == Flaw.WritesDeliveriesOnConflict)
        {
            Add(append.Deliveries);
        }

        if ((events?.Count ?? 0) != append.ExpectedVersion && flaw != Flaw.IgnoresVersion)
        {
            throw new JournalConflictException(append.Call, append.ExpectedVersion);
        }

        if (!known)
        {
            _calls.Add(append.Call, events = []);
        }

        events!.AddRange(append.Events.Select(e => flaw == Flaw.LosesTexts && e is MessageTaken m ? m with { Message = m.Message with { CompanyName = "?" } } : e));
        if (flaw != Flaw.WritesDeliveriesOnConflict)
        {
            Add(append.Deliveries);
        }

        return Task.CompletedTask;
    }

    public Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken) =>
        Task.FromResult(_calls.TryGetValue(call, out var events) ? new CallHistory(call, [.. events]) : null);

    public async IAsyncEnumerable<CallHistory> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (call, events) in _calls.Where(c => flaw == Flaw.ListsClosedCalls || c.Value[^1] is not CallClosed).ToList())
        {
            yield return new CallHistory(call, [.. events]);
        }
    }

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken)
    {
        var found = _calls.Where(c => flaw == Flaw.IgnoresScope || query.Scope.Company is not { } company || CompanyOf(c.Value) == company);
        found = flaw == Flaw.OldestFirst ? found : found.Reverse();
        found = found.Where(c => query.Before is not { } before || c.Key < before).Take(flaw == Flaw.LimitsNothing ? int.MaxValue : query.Limit);
        return Task.FromResult<IReadOnlyList<CallHistory>>([.. found.Select(c => new CallHistory(c.Key, [.. c.Value]))]);
    }

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var due = _deliveries.Where(d => d.Delivery.State == DeliveryState.Pending && d.Delivery.DueAt <= now && (d.ClaimedUntil <= now || flaw == Flaw.ClaimsTwice));
        due = flaw == Flaw.ClaimsInOrderOfWriting ? due : due.OrderBy(d => d.Delivery.DueAt);
        var claimed = due.Take(max).ToList();
        foreach (var claim in claimed)
        {
            _deliveries[_deliveries.IndexOf(claim)] = (claim.Delivery, flaw == Flaw.ClaimsForEver ? DateTimeOffset.MaxValue : until);
        }

        return Task.FromResult<IReadOnlyList<ClaimedDelivery>>([.. claimed.Select(c => new ClaimedDelivery(c.Delivery, MessageOf(c.Delivery)))]);
    }

    public Task SettleAsync(MessageDelivery delivery, CancellationToken cancellationToken)
    {
        var index = _deliveries.FindIndex(d => d.Delivery.Id == delivery.Id);
        if (_deliveries[index].Delivery.State == DeliveryState.Pending || flaw == Flaw.SettlesAgain)
        {
            _deliveries[index] = (delivery, DateTimeOffset.MinValue);
        }

        return Task.CompletedTask;
    }

    Task<IReadOnlyList<MessageDelivery>> IMessageOutbox.ReadAsync(CallId call, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MessageDelivery>>(
        [.. _deliveries.Select(d => d.Delivery).Where(d => d.Call == call).OrderBy(d => d.Id.Message).ThenBy(d => d.Id.Number)]);

    private static CompanyId? CompanyOf(IEnumerable<CallEvent> events) => events.OfType<CallPlanned>().Select(p => (CompanyId?)p.Company).FirstOrDefault();

    private void Add(IEnumerable<MessageDelivery> deliveries) => _deliveries.AddRange(deliveries.Select(d => (d, DateTimeOffset.MinValue)));

    private Message MessageOf(MessageDelivery delivery) =>
        _calls[delivery.Call].OfType<MessageTaken>().Single(m => m.Message.Id == delivery.Id.Message).Message;
}
