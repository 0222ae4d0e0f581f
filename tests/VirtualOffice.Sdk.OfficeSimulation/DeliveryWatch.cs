using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What the outbox and the channel of all hosts of a run were asked, and what is wrong with it.</summary>
internal sealed class DeliveryWatch(Troubles troubles, Violations violations, Timeline? timeline)
{
    private const int MaxBatch = 100;

    private readonly Dictionary<DeliveryId, DateTimeOffset> _claims = [];
    private readonly HashSet<DeliveryId> _settled = [];
    private readonly HashSet<DeliveryId> _mayRepeat = [];

    /// <summary>Deliveries that the channel refused for good.</summary>
    public HashSet<DeliveryId> Refused { get; } = [];

    public void Claimed(IReadOnlyList<ClaimedDelivery> claims, int max, DateTimeOffset now, DateTimeOffset until) => violations.Watch(() =>
    {
        Must.Hold("I14", claims.Count <= max && max <= MaxBatch, $"{claims.Count} deliveries were claimed at once, asked for {max}.");
        foreach (var claim in claims.Select(c => c.Delivery.Id))
        {
            Must.Hold("I7", !_claims.TryGetValue(claim, out var held) || held <= now, $"Delivery {claim} was claimed twice, though held until {held:O}; it is {now:O}.");
            _claims[claim] = until;
        }
    });

    /// <summary>A new host has freed what the one before it died over.</summary>
    public void Released() => _claims.Clear();

    public void Attempted(Notification notification) => violations.Watch(() =>
    {
        var id = notification.Delivery.Id;
        timeline?.Write("deliver", $"{id} attempt {notification.Delivery.Attempts + 1}");
        Must.Hold("I7", id.Message == notification.Message.Id, $"Delivery {id} carries message {notification.Message.Id}.");
        Must.Hold("I7", !_settled.Contains(id), $"Delivery {id} is attempted after its final result.");
        Must.Hold("I7", _claims.ContainsKey(id), $"Delivery {id} is attempted without a claim.");
    });

    public void Opened(Notification notification, Stream? recording) => violations.Watch(() =>
        Must.Hold("I12", recording is { Length: > 0 }, $"Message {notification.Message.Id} names recording {notification.Message.Recording}, which is not in the store."));

    public void Note(DeliveryId id, DeliveryFault fault)
    {
        troubles.Count($"delivery {fault}");
        timeline?.Write("fault", $"delivery {fault} on {id}");
        _mayRepeat.Add(id);
        if (fault == DeliveryFault.Permanent)
        {
            Refused.Add(id);
        }
    }

    public void AllowRepeat(DeliveryId id) => _mayRepeat.Add(id);

    public void Settled(MessageDelivery delivery)
    {
        timeline?.Write("deliver", $"{delivery.Id} {delivery.State}");
        _claims.Remove(delivery.Id);
        if (delivery.State != DeliveryState.Pending)
        {
            _settled.Add(delivery.Id);
        }
    }

    /// <summary>Whatever the host was at may be done again.</summary>
    public void Killed() => _mayRepeat.UnionWith(_claims.Keys);

    /// <summary>Whether something went wrong that allows a delivery to arrive twice.</summary>
    public bool MayRepeat(DeliveryId id) => _mayRepeat.Contains(id);
}
