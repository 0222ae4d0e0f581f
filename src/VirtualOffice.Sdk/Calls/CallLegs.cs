using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What the call knows of its legs. Only the call's own scheduler touches it.</summary>
internal sealed class CallLegs(TimeProvider clock)
{
    private readonly Dictionary<LegId, Leg> _legs = [];

    /// <summary>A leg that is about to be dialled, or was offered.</summary>
    public void Expect(LegId leg, LegState state = LegState.Creating) => _legs.TryAdd(leg, new Leg { State = state });

    /// <summary>The PBX has the leg.</summary>
    public void MarkSeen(LegId leg, LegState state)
    {
        Expect(leg);
        _legs[leg].IsDialled = true;
        Advance(_legs[leg], state);
    }

    /// <summary>The PBX has carried out the command to dial the leg.</summary>
    public void MarkDialled(LegId leg) => Dialled(_legs[leg]);

    /// <summary>The clock's timestamp from which the leg can have rung at the latest; null when an earlier run of the host dialled it, or nobody has.</summary>
    public long? DialledAt(LegId leg) => _legs.GetValueOrDefault(leg)?.DialledAt;

    /// <summary>Whether the PBX is known to have dialled the leg; false when the command may have been lost on its way.</summary>
    public bool IsDialled(LegId leg) => _legs.TryGetValue(leg, out var known) && known.IsDialled;

    /// <summary>A leg that was given up for dead turns out to live: it must be hung up.</summary>
    public void MarkUnwanted(LegId leg) => _legs[leg].IsUnwanted = true;

    public void MarkHungUp(LegId leg) => _legs[leg].IsUnwanted = false;

    /// <summary>Legs that live at the PBX though the call counts them as ended.</summary>
    public IReadOnlyList<LegId> Unwanted() => Ordered(l => l.IsUnwanted);

    /// <summary>A leg that the journal names and that the PBX no longer has.</summary>
    public void MarkEnded(LegId leg, LegEndCause cause)
    {
        Expect(leg);
        _legs[leg].Ended ??= cause;
    }

    /// <summary>Takes a report in; false when it says nothing new.</summary>
    public bool Apply(LegEvent e)
    {
        if (e is LegOffered or PlaybackFinished || !_legs.TryGetValue(e.Leg, out var leg))
        {
            return true;
        }

        switch (e)
        {
            case LegEnded ended:
                if (leg.Ended is not null)
                {
                    leg.IsUnwanted = false;
                    return false;
                }

                (leg.Ended, leg.IsUnwanted) = (ended.Cause, false);
                return true;
            case LegRinging:
                return Advance(leg, LegState.Ringing);
            case LegAnswered:
                return Advance(leg, LegState.Up);
            default:
                return true;
        }
    }

    public bool IsAlive(LegId leg) => _legs.TryGetValue(leg, out var known) && known.Ended is null;

    public bool IsUp(LegId leg) => _legs.TryGetValue(leg, out var known) && known is { Ended: null, State: LegState.Up };

    /// <summary>Whether the far end has rung, or was answered.</summary>
    public bool HasRung(LegId leg) => _legs.TryGetValue(leg, out var known) && known.State != LegState.Creating;

    public LegEndCause? EndOf(LegId leg) => _legs.TryGetValue(leg, out var known) ? known.Ended : null;

    /// <summary>The living legs, in the order of their ids so that every run goes through them alike.</summary>
    public IReadOnlyList<LegId> Alive() => Ordered(l => l.Ended is null);

    private IReadOnlyList<LegId> Ordered(Func<Leg, bool> which) =>
        [.. _legs.Where(l => which(l.Value)).Select(l => l.Key).OrderBy(l => l.Value, StringComparer.Ordinal)];

    private void Dialled(Leg leg)
    {
        if (!leg.IsDialled)
        {
            (leg.IsDialled, leg.DialledAt) = (true, clock.GetTimestamp());
        }
    }

    private bool Advance(Leg leg, LegState state)
    {
        if (leg.Ended is not null || leg.State >= state)
        {
            return false;
        }

        leg.State = state;
        Dialled(leg);
        return true;
    }

    private sealed class Leg
    {
        public LegState State { get; set; }

        public bool IsDialled { get; set; }

        public long? DialledAt { get; set; }

        public bool IsUnwanted { get; set; }

        public LegEndCause? Ended { get; set; }
    }
}
