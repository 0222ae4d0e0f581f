using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Takes callers in: offers them to the host that is connected, or lets them wait for one, and serves them itself when none comes.</summary>
internal sealed class IncomingCalls(Switchboard pbx)
{
    private readonly List<FallbackCall> _fallbacks = [];

    public IReadOnlyList<FallbackCall> Fallbacks => [.. _fallbacks];

    public Leg Place(string dialled, CallerId caller, SimulatedCaller behaviour)
    {
        var id = new LegId(pbx.Name, "in-" + pbx.NewId());
        var leg = new Leg(id, pbx.Now) { Offer = new LegOffered(id, dialled, caller), State = LegState.Ringing };
        var script = new CallerScript(pbx, leg, behaviour);
        (leg.OnHeard, leg.OnMessageWanted) = (script.Hear, script.LeaveMessage);
        pbx.Add(leg);
        if (!pbx.IsRunning)
        {
            pbx.End(leg, LegEndCause.Failed);
        }
        else if (pbx.Events.Connection is not null)
        {
            Offer(leg);
        }
        else
        {
            leg.Timers.Add(pbx.Timers.After(pbx.Options.FallbackAfter, () => FallBack(leg)));
        }

        return leg;
    }

    /// <summary>An operator's phone calls somebody by itself; no fallback is for it.</summary>
    public Leg PlaceFromPhone(DeviceId device, string dialled)
    {
        var id = new LegId(pbx.Name, "in-" + pbx.NewId());
        var leg = new Leg(id, pbx.Now) { Offer = new LegOffered(id, dialled, CallerId.Clean(device.Value, null)) { Device = device }, State = LegState.Ringing };
        pbx.Add(leg);
        if (pbx.IsRunning && pbx.Events.Connection is not null)
        {
            Offer(leg);
        }
        else
        {
            pbx.End(leg, LegEndCause.Failed);
        }

        return leg;
    }

    /// <summary>A host has connected: who still waits is offered, by the snapshot that follows.</summary>
    public void OfferWaiting()
    {
        foreach (var leg in pbx.Legs.Where(leg => leg is { Offer: not null, IsOffered: false, IsInFallback: false }).ToList())
        {
            leg.IsOffered = true;
        }
    }

    private void Offer(Leg leg)
    {
        leg.IsOffered = true;
        pbx.Events.Send(leg.Offer!);
    }

    private void FallBack(Leg leg)
    {
        if (leg.IsOffered)
        {
            return;
        }

        leg.IsInFallback = true;
        leg.State = LegState.Up;
        leg.AnsweredAt = pbx.Now;
        _fallbacks.Add(new FallbackCall(leg.Id, pbx.Now, leg.Offer!.Dialled, leg.Offer.Caller));
        leg.Timers.Add(pbx.Timers.After(pbx.Options.FallbackDuration, () => Announced(leg)));
        pbx.Refresh(leg);
    }

    private void Announced(Leg leg)
    {
        if (pbx.Options.FallbackMessageLimit > TimeSpan.Zero)
        {
            pbx.Recorder.RecordFallback(leg);
            leg.OnMessageWanted?.Invoke();
        }
        else
        {
            pbx.End(leg, LegEndCause.Normal);
        }
    }
}
