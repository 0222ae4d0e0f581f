namespace VirtualOffice.Sdk.Stores;

/// <summary>How the outbox stands, counted in the rows themselves and not from running totals.</summary>
/// <param name="Deliveries">Deliveries saved.</param>
/// <param name="Pending">Those to be attempted.</param>
/// <param name="Delivered">Those the other side took.</param>
/// <param name="Failed">Those given up, that a person must look at.</param>
/// <param name="OldestPending">When the oldest pending delivery that no person was told of was saved, UTC; null when there is none.</param>
public sealed record OutboxCounts(long Deliveries, long Pending, long Delivered, long Failed, DateTimeOffset? OldestPending)
{
    /// <summary>Those no longer needed, because the message was acknowledged.</summary>
    public long Cancelled { get; init; }

    /// <summary>Those that reached nobody before a later step had its turn.</summary>
    public long Passed { get; init; }

    /// <summary>Those kept until somebody calls in for them.</summary>
    public long Held { get; init; }
}
