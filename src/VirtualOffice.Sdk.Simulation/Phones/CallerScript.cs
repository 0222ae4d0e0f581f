using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Lets a caller react to what is heard. Nothing is done at once, because the PBX is in the middle of something whenever it tells.</summary>
internal sealed class CallerScript(Switchboard pbx, Leg leg, SimulatedCaller caller)
{
    private HeardSound? _person;
    private ITimer? _patience;
    private ITimer? _talk;
    private bool _hasHeardBeep;

    public void Hear(HeardSound sound)
    {
        if (sound.Kind is SoundKind.Parties or SoundKind.Beep or SoundKind.Listening)
        {
            pbx.Timers.Cancel(_patience);
            _patience = null;
        }
        else if (_patience is null && caller.Patience is { } patience)
        {
            _patience = Later(patience);
        }

        switch (sound.Kind)
        {
            case SoundKind.Parties when sound != _person:
                Talk(sound);
                break;
            case SoundKind.Beep:
                _hasHeardBeep = true;
                break;
            case SoundKind.Listening when _hasHeardBeep:
                LeaveMessage();
                break;
        }
    }

    /// <summary>Speaks a message, if that is what the caller does, and hangs up.</summary>
    public void LeaveMessage()
    {
        pbx.Timers.Cancel(_patience);
        _patience = null;
        if (caller.Message is { } message)
        {
            leg.Speech.Add(pbx.Now, message);
            pbx.Recorder.Heard(leg);
            Later(message);
        }
    }

    // Somebody else is heard: the talk begins anew.
    private void Talk(HeardSound person)
    {
        _person = person;
        pbx.Timers.Cancel(_talk);
        _talk = caller.Talks is { } talks ? Later(talks) : null;
    }

    private ITimer Later(TimeSpan delay)
    {
        var timer = pbx.Timers.After(delay, () => pbx.End(leg, LegEndCause.Normal));
        leg.Timers.Add(timer);
        return timer;
    }
}
