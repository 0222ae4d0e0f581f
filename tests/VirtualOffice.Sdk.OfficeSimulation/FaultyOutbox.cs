using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>An outbox that is away or slow at times and loses answers; what it is asked is watched.</summary>
internal sealed class FaultyOutbox(IMessageOutbox outbox, SimulatedHost host, DeliveryWatch watch, StoreFaults faults) : IMessageOutbox
{
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "claim", cancellationToken);
        var claims = await outbox.ClaimAsync(max, now, until, cancellationToken);
        watch.Claimed(claims, max, now, until);
        return await faults.AnswerAsync(host, cancellationToken) ? claims : throw faults.Unknown();
    }

    public async Task ReleaseClaimsAsync(CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "release claims", cancellationToken);
        await outbox.ReleaseClaimsAsync(cancellationToken);
        watch.Released();
        if (!await faults.AnswerAsync(host, cancellationToken))
        {
            throw faults.Unknown();
        }
    }

    public async Task SettleAsync(DeliverySettlement settlement, CancellationToken cancellationToken)
    {
        try
        {
            await faults.ReachAsync(host, "settle", cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            watch.AllowRepeat(settlement.Delivery.Id);
            throw;
        }

        await outbox.SettleAsync(settlement, cancellationToken);
        watch.Settled(settlement.Delivery);
        if (!await faults.AnswerAsync(host, cancellationToken))
        {
            throw faults.Unknown();
        }
    }

    public async Task<IReadOnlyList<MessageDelivery>> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "read", cancellationToken);
        return await outbox.ReadAsync(call, cancellationToken);
    }

    public Task<bool> ReopenAsync(DeliveryId delivery, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        AskAsync("reopen", () => outbox.ReopenAsync(delivery, dueAt, cancellationToken), cancellationToken);

    public Task<MessageAcknowledgement?> AcknowledgeAsync(MessageAcknowledgement acknowledgement, CancellationToken cancellationToken) =>
        AskAsync("acknowledge", () => outbox.AcknowledgeAsync(acknowledgement, cancellationToken), cancellationToken);

    public Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken) =>
        AskAsync("find acknowledgement", () => outbox.FindAcknowledgementAsync(message, cancellationToken), cancellationToken);

    public Task<MessageDelivery?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        AskAsync("find", () => outbox.FindAsync(delivery, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<RecordedAttempt>> ReadAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        AskAsync("read attempts", () => outbox.ReadAttemptsAsync(delivery, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken) =>
        AskAsync("list", () => outbox.ListAsync(filter, cancellationToken), cancellationToken);

    public Task<OutboxCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        AskAsync("count", () => outbox.CountAsync(since, cancellationToken), cancellationToken);

    private async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, what, cancellationToken);
        return await ask();
    }
}
