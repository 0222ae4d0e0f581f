using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A bridge as the simulated PBX keeps it.</summary>
internal sealed class Bridge(BridgeId id)
{
    public BridgeId Id => id;

    public List<Leg> Legs { get; } = [];

    /// <summary>The answered legs that <paramref name="listener"/> hears, ordered by id.</summary>
    public IReadOnlyList<LegId> HeardBy(Leg listener) =>
        [.. Legs.Where(leg => leg != listener && leg is { IsUp: true, IsMuted: false }).Select(leg => leg.Id).OrderBy(leg => leg.Value, StringComparer.Ordinal)];
}
