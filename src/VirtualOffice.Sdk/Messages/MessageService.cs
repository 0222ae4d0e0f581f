using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Reads deliveries from the outbox, and has them attempted again.</summary>
internal sealed class MessageService(IMessageOutbox outbox, OutboxWorker worker, TimeProvider clock) : IMessages
{
    private const int MaxLimit = 500;

    public Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default) =>
        outbox.ReadAsync(call, cancellationToken);

    public Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Limit is < 1 or > MaxLimit
            ? throw new ArgumentOutOfRangeException(nameof(filter), filter.Limit, $"Limit is 1 to {MaxLimit}.")
            : outbox.ListAsync(filter, cancellationToken);
    }

    public Task<IReadOnlyList<RecordedAttempt>> ListAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken = default) =>
        outbox.ReadAttemptsAsync(delivery, cancellationToken);

    public async Task<bool> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken = default)
    {
        var isReopened = await outbox.ReopenAsync(delivery, clock.GetUtcNow(), cancellationToken);
        worker.Wake();
        return isReopened;
    }
}
