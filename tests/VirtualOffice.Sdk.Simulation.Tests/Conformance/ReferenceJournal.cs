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
    private readonly List<RecordedAttempt> _attempts = [];
    private readonly Dictionary<MessageId, MessageAcknowledgement> _acknowledgements = [];

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
        KeepsClaims,
        ClaimsInOrderOfWriting,
        SettlesAgain,
        LosesTexts,
        ClaimsUnfairly,
        LosesLateAttempts,
        AddsFurtherTwice,
        ListsEveryState,
        CountsEscalatedAsWaiting,
        CancelsNothing,
        AcknowledgesAgain,
        EscalatesAcknowledged,
        HastensNothing,
        SettlesFromAnyState,
        ForgetsWhoAccepted,
        ListsAcknowledged,
        CorrectsNothing,
        KeepsHeldOnCorrection,
        CancelsWhatArrived,
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

        foreach (var taken in append.Events.OfType<MessageTaken>().Where(t => t.Message.Corrects is not null && flaw != Flaw.CorrectsNothing))
        {
            Correct(taken, taken.Message.Corrects!.Value);
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
        if (flaw is not (Flaw.ClaimsInOrderOfWriting or Flaw.ClaimsUnfairly))
        {
            due = due.GroupBy(d => d.Delivery.Company).SelectMany(c => c.Select((d, place) => (d, place))).OrderBy(d => d.place).ThenBy(d => d.d.Delivery.DueAt).Select(d => d.d);
        }

        var claimed = due.Take(max).ToList();
        foreach (var claim in claimed)
        {
            _deliveries[_deliveries.IndexOf(claim)] = (claim.Delivery, flaw == Flaw.ClaimsForEver ? DateTimeOffset.MaxValue : until);
        }

        return Task.FromResult<IReadOnlyList<ClaimedDelivery>>([.. claimed.Select(c => new ClaimedDelivery(c.Delivery, MessageOf(c.Delivery)))]);
    }

    public Task ReleaseClaimsAsync(CancellationToken cancellationToken)
    {
        if (flaw != Flaw.KeepsClaims)
        {
            for (var i = 0; i < _deliveries.Count; i++)
            {
                _deliveries[i] = (_deliveries[i].Delivery, DateTimeOffset.MinValue);
            }
        }

        return Task.CompletedTask;
    }

    public Task SettleAsync(DeliverySettlement settlement, CancellationToken cancellationToken)
    {
        var index = _deliveries.FindIndex(d => d.Delivery.Id == settlement.Delivery.Id);
        if (index < 0)
        {
            return Task.CompletedTask;
        }

        var id = settlement.Delivery.Id;
        var isAsExpected = _deliveries[index].Delivery.State == settlement.From || flaw == Flaw.SettlesFromAnyState;
        if (settlement.Attempt is { } attempt && (isAsExpected || flaw != Flaw.LosesLateAttempts))
        {
            _attempts.Add(new RecordedAttempt(id, _attempts.Count(a => a.Delivery == id) + 1, settlement.At, attempt));
        }

        var hasArrived = _deliveries[index].Delivery.State == DeliveryState.Cancelled && settlement is { From: DeliveryState.Pending, Delivery.State: DeliveryState.Delivered } && flaw != Flaw.CancelsWhatArrived;
        if (isAsExpected || hasArrived || flaw == Flaw.SettlesAgain)
        {
            _deliveries[index] = (settlement.Delivery, DateTimeOffset.MinValue);
        }

        if (settlement.Acknowledgement is { } acknowledgement && flaw != Flaw.ForgetsWhoAccepted)
        {
            Acknowledge(acknowledgement);
        }

        Add(settlement.Further
            .Where(f => flaw == Flaw.AddsFurtherTwice || !_deliveries.Exists(d => d.Delivery.Id == f.Id))
            .Where(f => !f.Id.IsEscalation || !_acknowledgements.ContainsKey(id.Message) || flaw == Flaw.EscalatesAcknowledged)
            .ToList());
        var next = _deliveries.FindIndex(d => d.Delivery.Id == id with { Number = id.Number + 1 });
        if (settlement.HastensNext && next >= 0 && flaw != Flaw.HastensNothing
            && _deliveries[next].Delivery is { State: DeliveryState.Pending, Attempts: 0, FollowsFailure: true } later && later.DueAt > settlement.At)
        {
            _deliveries[next] = (later with { DueAt = settlement.At, CreatedAt = settlement.At }, DateTimeOffset.MinValue);
        }

        return Task.CompletedTask;
    }

    public Task<bool> ReopenAsync(DeliveryId delivery, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var index = _deliveries.FindIndex(d => d.Delivery.Id == delivery && d.Delivery.State != DeliveryState.Pending);
        if (index >= 0)
        {
            _deliveries[index] = (_deliveries[index].Delivery with { State = DeliveryState.Pending, DueAt = dueAt }, DateTimeOffset.MinValue);
        }

        return Task.FromResult(index >= 0);
    }

    public Task<MessageAcknowledgement?> AcknowledgeAsync(MessageAcknowledgement acknowledgement, CancellationToken cancellationToken)
    {
        Acknowledge(acknowledgement);
        return Task.FromResult(_acknowledgements.GetValueOrDefault(acknowledgement.Message));
    }

    public Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken) =>
        Task.FromResult(_acknowledgements.GetValueOrDefault(message));

    public Task<MessageDelivery?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        Task.FromResult(_deliveries.Select(d => d.Delivery).FirstOrDefault(d => d.Id == delivery));

    public Task<IReadOnlyList<RecordedAttempt>> ReadAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordedAttempt>>([.. _attempts.Where(a => a.Delivery == delivery)]);

    public Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MessageDelivery>>(
    [
        .. _deliveries.Select(d => d.Delivery).OrderBy(d => d.Id.Message).ThenBy(d => d.Id.Number)
            .Where(d => filter.Scope.Company is not { } company || d.Company == company)
            .Where(d => filter.State is not { } state || d.State == state || flaw == Flaw.ListsEveryState)
            .Where(d => !filter.EscalatedOnly || d.EscalatedAt is not null)
            .Where(d => !(filter.UnacknowledgedOnly && flaw != Flaw.ListsAcknowledged) || !_acknowledgements.ContainsKey(d.Id.Message))
            .Where(d => filter.After is not { } after || d.Id.Message > after.Message || (d.Id.Message == after.Message && d.Id.Number > after.Number))
            .Take(filter.Limit),
    ]);

    public Task<OutboxCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var all = _deliveries.Select(d => d.Delivery).Where(d => d.CreatedAt >= since).ToList();
        var waiting = all.Where(d => d.State == DeliveryState.Pending && (d.EscalatedAt is null || flaw == Flaw.CountsEscalatedAsWaiting)).ToList();
        return Task.FromResult(new OutboxCounts(
            all.Count,
            all.Count(d => d.State == DeliveryState.Pending),
            all.Count(d => d.State == DeliveryState.Delivered),
            all.Count(d => d.State == DeliveryState.Failed),
            waiting.Count == 0 ? null : waiting.Min(d => d.CreatedAt))
        {
            Cancelled = all.Count(d => d.State == DeliveryState.Cancelled),
            Passed = all.Count(d => d.State == DeliveryState.Passed),
            Held = all.Count(d => d.State == DeliveryState.Held),
        });
    }

    Task<IReadOnlyList<MessageDelivery>> IMessageOutbox.ReadAsync(CallId call, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MessageDelivery>>(
        [.. _deliveries.Select(d => d.Delivery).Where(d => d.Call == call).OrderBy(d => d.Id.Message).ThenBy(d => d.Id.Number)]);

    private static CompanyId? CompanyOf(IEnumerable<CallEvent> events) => events.OfType<CallPlanned>().Select(p => (CompanyId?)p.Company).FirstOrDefault();

    private void Add(IEnumerable<MessageDelivery> deliveries) => _deliveries.AddRange(deliveries.Select(d => (d, DateTimeOffset.MinValue)));

    private void Acknowledge(MessageAcknowledgement acknowledgement)
    {
        if (!_deliveries.Exists(d => d.Delivery.Id.Message == acknowledgement.Message))
        {
            return;
        }

        if (!_acknowledgements.TryAdd(acknowledgement.Message, acknowledgement) && flaw == Flaw.AcknowledgesAgain)
        {
            _acknowledgements[acknowledgement.Message] = acknowledgement;
        }

        for (var i = 0; i < _deliveries.Count && flaw != Flaw.CancelsNothing; i++)
        {
            var delivery = _deliveries[i].Delivery;
            if (delivery.Id.Message == acknowledgement.Message && delivery.State == DeliveryState.Pending && (delivery.UnlessAcknowledged || delivery.Id.IsEscalation))
            {
                _deliveries[i] = (delivery with { State = DeliveryState.Cancelled }, DateTimeOffset.MinValue);
            }
        }
    }

    private void Correct(MessageTaken correction, MessageId wrong)
    {
        Acknowledge(new MessageAcknowledgement(wrong, correction.At, correction.Message.Id.ToString(), AcknowledgementMethod.Correction));
        for (var i = 0; i < _deliveries.Count; i++)
        {
            var delivery = _deliveries[i].Delivery;
            if (delivery.Id.Message == wrong && (delivery.State == DeliveryState.Pending || (delivery.State == DeliveryState.Held && flaw != Flaw.KeepsHeldOnCorrection)))
            {
                _deliveries[i] = (delivery with { State = DeliveryState.Cancelled }, DateTimeOffset.MinValue);
            }
        }
    }

    private Message MessageOf(MessageDelivery delivery) =>
        _calls[delivery.Call].OfType<MessageTaken>().Single(m => m.Message.Id == delivery.Id.Message).Message;
}
