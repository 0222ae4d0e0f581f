using System.Collections.Concurrent;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>The legs of people who are rung up to be told a message: they are in no call, and no reconciliation may take them for ghosts while somebody here attends to them.</summary>
internal sealed class RecipientLegs
{
    private readonly ConcurrentDictionary<LegId, RecipientLeg> _legs = new();

    /// <summary>Attends to a leg from now on: before it is dialled, so that none of its events is missed.</summary>
    public RecipientLeg Open(LegId leg, TimeProvider clock) => _legs[leg] = new RecipientLeg(leg, clock);

    /// <summary>Attends to a leg no longer; if it lives, the next reconciliation ends it.</summary>
    public void Close(LegId leg) => _legs.TryRemove(leg, out _);

    public bool Contains(LegId leg) => _legs.ContainsKey(leg);

    /// <summary>Passes an event on; false when nobody attends to its leg.</summary>
    public bool Post(LegEvent e)
    {
        var isKnown = _legs.TryGetValue(e.Leg, out var leg);
        leg?.Post(e);
        return isKnown;
    }

    /// <summary>The legs that a PBX has been told to dial, in the order of their ids.</summary>
    public IReadOnlyList<LegId> Dialled(string pbx) => [.. _legs.Values.Where(l => l.IsDialled && l.Id.Pbx == pbx).Select(l => l.Id).OrderBy(l => l.Value, StringComparer.Ordinal)];
}
