using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>The outbox in memory; under the lock of the journal it belongs to.</summary>
internal sealed class InMemoryOutbox(Lock gate) : IMessageOutbox
{
    private readonly Dictionary<DeliveryId, Row> _rows = [];
    private readonly SortedSet<Row> _pending = new(Row.ByDueTime);
    private readonly Dictionary<MessageId, List<Row>> _byMessage = [];
    private readonly SortedSet<Row> _ordered = new(Row.ById);
    private readonly SortedSet<Row>[] _byState = [.. Enum.GetValues<DeliveryState>().Select(_ => new SortedSet<Row>(Row.ById))];
    private readonly SlidingCounts _counts = new(Enum.GetValues<DeliveryState>().Length);
    private readonly Dictionary<MessageId, MessageAcknowledgement> _acknowledgements = [];

    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!(_pending.Min?.Delivery.DueAt <= now))
            {
                return Task.FromResult<IReadOnlyList<ClaimedDelivery>>([]);
            }

            // The first of every company, then the second of every company, and so on. What is due later is not looked at.
            var due = _pending
                .TakeWhile(r => r.Delivery.DueAt <= now)
                .Where(r => r.ClaimedUntil <= now)
                .GroupBy(r => r.Delivery.Company)
                .SelectMany(company => company.Select((row, place) => (Row: row, Place: place)))
                .OrderBy(r => r.Place).ThenBy(r => r.Row.Delivery.DueAt)
                .Take(max)
                .Select(r => r.Row)
                .ToList();
            foreach (var row in due)
            {
                row.ClaimedUntil = until;
            }

            return Task.FromResult<IReadOnlyList<ClaimedDelivery>>([.. due.Select(r => new ClaimedDelivery(r.Delivery, r.Message))]);
        }
    }

    public Task ReleaseClaimsAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var row in _rows.Values)
            {
                row.ClaimedUntil = DateTimeOffset.MinValue;
            }
        }

        return Task.CompletedTask;
    }

    public Task SettleAsync(DeliverySettlement settlement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        lock (gate)
        {
            if (!_rows.TryGetValue(settlement.Delivery.Id, out var row))
            {
                return Task.CompletedTask;
            }

            if (settlement.Attempt is { } attempt)
            {
                row.Attempts.Add(new RecordedAttempt(row.Delivery.Id, row.Attempts.Count + 1, settlement.At, attempt));
            }

            var hasArrived = row.Delivery.State == DeliveryState.Cancelled && settlement is { From: DeliveryState.Pending, Delivery.State: DeliveryState.Delivered };
            if (row.Delivery.State == settlement.From || hasArrived)
            {
                Change(row, settlement.Delivery);
                row.ClaimedUntil = DateTimeOffset.MinValue;
            }

            if (settlement.Acknowledgement is { } acknowledgement)
            {
                Acknowledge(acknowledgement);
            }

            foreach (var further in settlement.Further.Where(f => !f.Id.IsEscalation || !_acknowledgements.ContainsKey(f.Id.Message)))
            {
                Add(further, row.Message);
            }

            if (settlement.HastensNext && _rows.TryGetValue(row.Delivery.Id with { Number = row.Delivery.Id.Number + 1 }, out var next)
                && next.Delivery is { State: DeliveryState.Pending, Attempts: 0, FollowsFailure: true } && next.Delivery.DueAt > settlement.At)
            {
                Change(next, next.Delivery with { DueAt = settlement.At, CreatedAt = settlement.At });
            }
        }

        return Task.CompletedTask;
    }

    public Task<bool> ReopenAsync(DeliveryId delivery, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var isReopened = _rows.TryGetValue(delivery, out var row) && row.Delivery.State != DeliveryState.Pending;
            if (isReopened)
            {
                Change(row!, row!.Delivery with { State = DeliveryState.Pending, DueAt = dueAt });
            }

            return Task.FromResult(isReopened);
        }
    }

    public Task<MessageAcknowledgement?> AcknowledgeAsync(MessageAcknowledgement acknowledgement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        lock (gate)
        {
            Acknowledge(acknowledgement);
            return Task.FromResult(_acknowledgements.GetValueOrDefault(acknowledgement.Message));
        }
    }

    private void Acknowledge(MessageAcknowledgement acknowledgement)
    {
        if (_byMessage.TryGetValue(acknowledgement.Message, out var rows) && _acknowledgements.TryAdd(acknowledgement.Message, acknowledgement))
        {
            foreach (var row in rows.Where(r => r.Delivery.State == DeliveryState.Pending && (r.Delivery.UnlessAcknowledged || r.Delivery.Id.IsEscalation)))
            {
                Change(row, row.Delivery with { State = DeliveryState.Cancelled });
            }
        }
    }

    /// <summary>A message that another takes the place of is done with.</summary>
    internal void Correct(MessageTaken taken)
    {
        if (taken.Message.Corrects is not { } wrong || !_byMessage.TryGetValue(wrong, out var rows))
        {
            return;
        }

        Acknowledge(new MessageAcknowledgement(wrong, taken.At, taken.Message.Id.ToString(), AcknowledgementMethod.Correction));
        foreach (var row in rows.Where(r => r.Delivery.State is DeliveryState.Pending or DeliveryState.Held))
        {
            Change(row, row.Delivery with { State = DeliveryState.Cancelled });
        }
    }

    public Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(_acknowledgements.GetValueOrDefault(message));
        }
    }

    public Task<MessageDelivery?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(_rows.GetValueOrDefault(delivery)?.Delivery);
        }
    }

    public Task<IReadOnlyList<MessageDelivery>> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<MessageDelivery>>([.. _ordered.Select(r => r.Delivery).Where(d => d.Call == call)]);
        }
    }

    public Task<IReadOnlyList<RecordedAttempt>> ReadAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<RecordedAttempt>>(_rows.TryGetValue(delivery, out var row) ? [.. row.Attempts] : []);
        }
    }

    public Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<MessageDelivery>>(
            [
                .. (filter.State is { } wanted ? _byState[(int)wanted] : _ordered).Select(r => r.Delivery)
                    .Where(d => filter.Scope.Company is not { } company || d.Company == company)
                    .Where(d => !filter.EscalatedOnly || d.EscalatedAt is not null)
                    .Where(d => !filter.UnacknowledgedOnly || !_acknowledgements.ContainsKey(d.Id.Message))
                    .Where(d => filter.After is not { } after || (d.Id.Message, d.Id.Number).CompareTo((after.Message, after.Number)) > 0)
                    .Take(filter.Limit),
            ]);
        }
    }

    public Task<OutboxCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var counts = _counts.Since(since);
            var waiting = _pending.Select(r => r.Delivery).Where(d => d.EscalatedAt is null && d.CreatedAt >= since).Select(d => (DateTimeOffset?)d.CreatedAt);
            var (pending, delivered, failed) = (counts[(int)DeliveryState.Pending], counts[(int)DeliveryState.Delivered], counts[(int)DeliveryState.Failed]);
            var (cancelled, passed, held) = (counts[(int)DeliveryState.Cancelled], counts[(int)DeliveryState.Passed], counts[(int)DeliveryState.Held]);
            return Task.FromResult(new OutboxCounts(pending + delivered + failed + cancelled + passed + held, pending, delivered, failed, waiting.Min())
            {
                Cancelled = cancelled,
                Passed = passed,
                Held = held,
            });
        }
    }

    /// <summary>Adds a delivery; called under the lock. One that is there already stays as it is.</summary>
    internal void Add(MessageDelivery delivery, Message message)
    {
        if (_rows.ContainsKey(delivery.Id))
        {
            return;
        }

        var row = new Row(delivery, message, _counts.Add(delivery.CreatedAt, (int)delivery.State));
        _rows.Add(delivery.Id, row);
        _ordered.Add(row);
        _byState[(int)delivery.State].Add(row);
        if (!_byMessage.TryGetValue(message.Id, out var rows))
        {
            _byMessage.Add(message.Id, rows = []);
        }

        rows.Add(row);
        if (delivery.State == DeliveryState.Pending)
        {
            _pending.Add(row);
        }
    }

    /// <summary>Changes a delivery, and its place among those to be attempted.</summary>
    private void Change(Row row, MessageDelivery delivery)
    {
        _pending.Remove(row);
        if (row.Delivery.State != delivery.State)
        {
            _byState[(int)row.Delivery.State].Remove(row);
            _byState[(int)delivery.State].Add(row);
        }

        row.Delivery = delivery;
        if (row.Counted.At == delivery.CreatedAt)
        {
            _counts.Change(row.Counted, (int)delivery.State);
        }
        else
        {
            _counts.Remove(row.Counted);
            row.Counted = _counts.Add(delivery.CreatedAt, (int)delivery.State);
        }

        if (delivery.State == DeliveryState.Pending)
        {
            _pending.Add(row);
        }
    }

    private sealed class Row(MessageDelivery delivery, Message message, Counted counted)
    {
        public static readonly Comparer<Row> ById = Comparer<Row>.Create((a, b) => (a.Delivery.Id.Message, a.Delivery.Id.Number).CompareTo((b.Delivery.Id.Message, b.Delivery.Id.Number)));

        public static readonly Comparer<Row> ByDueTime = Comparer<Row>.Create((a, b) =>
            (a.Delivery.DueAt, a.Delivery.Id.Message, a.Delivery.Id.Number).CompareTo((b.Delivery.DueAt, b.Delivery.Id.Message, b.Delivery.Id.Number)));

        public MessageDelivery Delivery { get; set; } = delivery;

        public Message Message { get; } = message;

        public Counted Counted { get; set; } = counted;

        public List<RecordedAttempt> Attempts { get; } = [];

        public DateTimeOffset ClaimedUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
