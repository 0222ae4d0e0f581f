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

    public async Task SettleAsync(MessageDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await faults.ReachAsync(host, "settle", cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            watch.AllowRepeat(delivery.Id);
            throw;
        }

        await outbox.SettleAsync(delivery, cancellationToken);
        watch.Settled(delivery);
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
}
