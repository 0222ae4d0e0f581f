using System.Collections.Frozen;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>A snapshot of a PBX, made ready for thousands of calls that look up their legs in it. Immutable.</summary>
internal sealed class PbxView(PbxSnapshot snapshot)
{
    private readonly FrozenDictionary<LegId, LegSnapshot> _legs = snapshot.Legs.ToFrozenDictionary(l => l.Leg);

    public string Incarnation => snapshot.Incarnation;

    /// <summary>The legs in the PBX's order.</summary>
    public IReadOnlyList<LegSnapshot> Legs => snapshot.Legs;

    public IReadOnlyList<BridgeId> Bridges => snapshot.Bridges;

    public LegSnapshot? Find(LegId leg) => _legs.GetValueOrDefault(leg);
}
