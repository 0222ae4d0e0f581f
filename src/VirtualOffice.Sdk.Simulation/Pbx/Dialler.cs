using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Dials phones and lets them behave as the phone book says.</summary>
internal sealed class Dialler(Switchboard pbx)
{
    // Legs a host has asked for whose request is still on its way, and why they were hung up meanwhile.
    private readonly Dictionary<LegId, LegEndCause?> _announced = [];

    /// <summary>A host is about to dial: a hang-up that overtakes the request must find it.</summary>
    public void Announce(LegId leg) => _announced.TryAdd(leg, null);

    /// <summary>The request was lost on its way.</summary>
    public void Withdraw(LegId leg) => _announced.Remove(leg);

    /// <summary>Hangs up a leg whose request has not arrived; false when there is none.</summary>
    public bool HangUpAnnounced(LegId leg, LegEndCause cause)
    {
        if (!_announced.TryGetValue(leg, out var before))
        {
            return false;
        }

        _announced[leg] = before ?? cause;
        return true;
    }

    public CommandResult Dial(DialRequest request)
    {
        _announced.Remove(request.Leg, out var hungUp);
        if (pbx.Find(request.Leg) is not null)
        {
            return CommandResult.Done;
        }

        if (pbx.FindEnded(request.Leg) is not null)
        {
            return CommandResult.Gone;
        }

        var leg = new Leg(request.Leg, pbx.Now) { Request = request, State = LegState.Creating };
        var phone = Find(request.Target);
        pbx.Add(leg);
        if (hungUp is { } cause)
        {
            pbx.End(leg, cause);
            return CommandResult.Done;
        }

        leg.Timers.Add(pbx.Timers.After(phone.SetUp, () => SetUp(leg, phone)));
        leg.Timers.Add(pbx.Timers.After(request.RingTime, () =>
        {
            if (!leg.IsUp)
            {
                pbx.End(leg, LegEndCause.NoAnswer);
            }
        }));
        return CommandResult.Done;
    }

    public void Answer(Leg leg, SimulatedPhone phone)
    {
        if (!leg.IsAlive || leg.IsUp)
        {
            return;
        }

        pbx.Answer(leg);
        if (phone.Presses is { } digits)
        {
            leg.Timers.Add(pbx.Timers.After(phone.PressesAfter, () => Press(leg, digits)));
        }

        if (phone.Talks is { } talks)
        {
            leg.Timers.Add(pbx.Timers.After(talks, () => pbx.End(leg, LegEndCause.Normal)));
        }
    }

    public void Press(Leg leg, string digits)
    {
        foreach (var digit in leg.IsUp && leg.IsAlive ? digits : "")
        {
            pbx.Events.Send(new DigitPressed(leg.Id, digit));
        }
    }

    private SimulatedPhone Find(DialTarget target)
    {
        if (target is NumberTarget && pbx.Faults.TrunkIsDown)
        {
            return SimulatedPhone.Unreachable;
        }

        // A device has one line.
        return target is DeviceTarget && pbx.HasLegTo(target) ? SimulatedPhone.Busy : pbx.Phones.Dial(target);
    }

    private void SetUp(Leg leg, SimulatedPhone phone)
    {
        switch (phone.Reaction)
        {
            case PhoneReaction.Busy:
                pbx.End(leg, LegEndCause.Busy);
                return;
            case PhoneReaction.Unreachable:
                pbx.End(leg, LegEndCause.Unreachable);
                return;
        }

        if (leg.IsUp)
        {
            // It was answered by hand before it had begun to ring.
            return;
        }

        leg.State = LegState.Ringing;
        pbx.Events.Send(new LegRinging(leg.Id));
        switch (phone.Reaction)
        {
            case PhoneReaction.Answer:
                leg.Timers.Add(pbx.Timers.After(phone.Rings, () => Answer(leg, phone)));
                break;
            case PhoneReaction.Reject:
                leg.Timers.Add(pbx.Timers.After(phone.Rings, () => pbx.End(leg, LegEndCause.Rejected)));
                break;
        }
    }
}
