using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Journal and outbox in memory, for trying out and for tests. Lives as long as the process.</summary>
internal sealed class InMemoryCallJournal : ICallJournal, IMessageOutbox
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<CallId, List<CallEvent>> _calls = [];
    private readonly Dictionary<DeliveryId, Row> _deliveries = [];

    public Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        lock (_lock)
        {
            _calls.TryGetValue(append.Call, out var events);
            if ((events?.Count ?? 0) != append.ExpectedVersion)
            {
                throw new JournalConflictException(append.Call, append.ExpectedVersion);
            }

            if (events is null)
            {
                _calls.Add(append.Call, events = []);
            }

            events.AddRange(append.Events);
            foreach (var delivery in append.Deliveries)
            {
                var message = append.Events.OfType<MessageTaken>().Select(e => e.Message).First(m => m.Id == delivery.Id.Message);
                _deliveries.Add(delivery.Id, new Row(delivery, message));
            }
        }

        return Task.CompletedTask;
    }

    public Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_calls.TryGetValue(call, out var events) ? new CallHistory(call, [.. events]) : null);
        }
    }

    public async IAsyncEnumerable<CallHistory> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<CallHistory> open;
        lock (_lock)
        {
            open = [.. _calls.Where(c => c.Value[^1] is not CallClosed).Select(c => new CallHistory(c.Key, [.. c.Value]))];
        }

        await Task.CompletedTask;
        foreach (var history in open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return history;
        }
    }

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_lock)
        {
            IReadOnlyList<CallHistory> page =
            [
                .. _calls.Reverse()
                    .Where(c => (query.Before is not { } before || c.Key < before)
                        && (query.Scope.Company is not { } company || c.Value.OfType<CallPlanned>().Any(e => e.Company == company)))
                    .Take(query.Limit)
                    .Select(c => new CallHistory(c.Key, [.. c.Value])),
            ];
            return Task.FromResult(page);
        }
    }

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var due = _deliveries.Values
                .Where(r => r.Delivery.State == DeliveryState.Pending && r.Delivery.DueAt <= now && r.ClaimedUntil <= now)
                .OrderBy(r => r.Delivery.DueAt).ThenBy(r => r.Delivery.Id.Message).ThenBy(r => r.Delivery.Id.Number)
                .Take(max)
                .ToList();
            foreach (var row in due)
            {
                row.ClaimedUntil = until;
            }

            return Task.FromResult<IReadOnlyList<ClaimedDelivery>>([.. due.Select(r => new ClaimedDelivery(r.Delivery, r.Message))]);
        }
    }

    public Task SettleAsync(MessageDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        lock (_lock)
        {
            if (_deliveries.TryGetValue(delivery.Id, out var row) && row.Delivery.State == DeliveryState.Pending)
            {
                (row.Delivery, row.ClaimedUntil) = (delivery, DateTimeOffset.MinValue);
            }
        }

        return Task.CompletedTask;
    }

    Task<IReadOnlyList<MessageDelivery>> IMessageOutbox.ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<MessageDelivery>>(
            [
                .. _deliveries.Values.Select(r => r.Delivery).Where(d => d.Call == call).OrderBy(d => d.Id.Message).ThenBy(d => d.Id.Number),
            ]);
        }
    }

    private sealed class Row(MessageDelivery delivery, Message message)
    {
        public MessageDelivery Delivery { get; set; } = delivery;

        public Message Message { get; } = message;

        public DateTimeOffset ClaimedUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
