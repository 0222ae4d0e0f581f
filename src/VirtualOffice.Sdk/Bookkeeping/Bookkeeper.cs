using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Bookkeeping;

/// <summary>Draws up the office's books from the stores and from what runs.</summary>
internal sealed class Bookkeeper(ICallIndex index, IMessageOutbox outbox, ICallbackStore callbacks, CallDirectory calls, TimeProvider clock, Func<int> spooled)
{
    /// <summary>How far back is counted.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    /// <summary>Beyond the time in which a person must have been told: the attempt itself takes a while.</summary>
    private static readonly TimeSpan EscalationSlack = DeliveryRunner.AttemptTime + TimeSpan.FromMinutes(1);

    /// <summary>Open calls at PBXs that the office no longer has: nothing can be done for them, and they are told of at start.</summary>
    public int ForeignCalls { get; set; }

    /// <exception cref="StoreUnavailableException">A store is away.</exception>
    public async Task<OfficeBooks> DrawUpAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now - Period;
        var counts = await index.CountAsync(since, cancellationToken);
        var deliveries = await outbox.CountAsync(since, cancellationToken);
        var open = await callbacks.CountOpenAsync(cancellationToken);
        var running = calls.Count;
        var waiting = spooled();
        return new OfficeBooks(now, since, counts, running, deliveries, open, waiting, [.. Imbalances(counts, deliveries, running, waiting, now)]);
    }

    private IEnumerable<string> Imbalances(CallCounts counts, OutboxCounts deliveries, int running, int waiting, DateTimeOffset now)
    {
        var ended = counts.Outcomes.Values.Sum();
        if (counts.Received != ended + counts.Live)
        {
            yield return $"{counts.Received} calls were received, but {ended} have an outcome and {counts.Live} are live.";
        }

        // Entries that wait in the spool may be the ends of calls.
        if (waiting == 0 && counts.Live - ForeignCalls > running)
        {
            yield return $"{counts.Live} calls are live in the journal, but only {running} run.";
        }

        if (deliveries.Deliveries != deliveries.Pending + deliveries.Delivered + deliveries.Failed + deliveries.Cancelled + deliveries.Passed + deliveries.Held)
        {
            yield return $"{deliveries.Deliveries} deliveries were saved, but {deliveries.Delivered} are delivered, {deliveries.Failed} given up, {deliveries.Cancelled} cancelled, {deliveries.Passed} passed on, {deliveries.Held} kept and {deliveries.Pending} pending.";
        }

        if (deliveries.OldestPending is { } oldest && now - oldest > DeliveryRule.EscalateWithin + EscalationSlack)
        {
            yield return $"A message saved at {oldest:u} is not delivered, and no person was told.";
        }
    }
}
