using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Which deliveries a work list shows.</summary>
/// <param name="Scope">Whose messages.</param>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="After">Only those after this one; null for the first page.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
/// <param name="EscalatedOnly">Only those a person was told of.</param>
public sealed record DeliveryFilter(TenantScope Scope, DeliveryState? State = null, DeliveryId? After = null, int Limit = 50, bool EscalatedOnly = false)
{
    /// <summary>Only those of messages that nobody has acknowledged.</summary>
    public bool UnacknowledgedOnly { get; init; }
}
