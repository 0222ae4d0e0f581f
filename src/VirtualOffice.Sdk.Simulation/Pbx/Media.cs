using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>What is played to legs, and which legs hear each other.</summary>
internal sealed class Media(Switchboard pbx)
{
    private const string Digits = "digits:";

    private readonly Dictionary<PlaybackId, Playback> _playing = [];

    public CommandResult Ring(Leg leg)
    {
        if (leg.Bridge is null)
        {
            (leg.HasRinging, leg.HasMusic) = (true, false);
            pbx.Refresh(leg);
        }

        return CommandResult.Done;
    }

    public CommandResult StartMusic(Leg leg)
    {
        if (leg.Bridge is not null)
        {
            throw new TelephonyException(TelephonyError.Refused, $"Leg {leg.Id} is in bridge {leg.Bridge.Id}; music is for legs that are in none.");
        }

        (leg.HasMusic, leg.HasRinging) = (true, false);
        pbx.Refresh(leg);
        return CommandResult.Done;
    }

    public CommandResult StopMusic(Leg leg)
    {
        leg.HasMusic = false;

        // Ringing of a call that is not answered is signalling, not a tone.
        leg.HasRinging &= !leg.IsUp;
        pbx.Refresh(leg);
        return CommandResult.Done;
    }

    /// <summary>The name of digits that are read out, half a second each.</summary>
    public static string NameOf(SpokenDigits prompt) => Digits + prompt.Digits;

    /// <summary>Plays a prompt.</summary>
    /// <param name="leg">To whom.</param>
    /// <param name="id">The playing.</param>
    /// <param name="prompt">The prompt's name.</param>
    /// <param name="length">How long it is, when it brings that along; null for one that the PBX knows.</param>
    public CommandResult Play(Leg leg, PlaybackId id, string prompt, TimeSpan? length = null)
    {
        if (!leg.Played.Add(id))
        {
            return CommandResult.Done;
        }

        if (length is { } known)
        {
            return Play(leg, id, prompt, known);
        }

        if (!pbx.Options.Prompts.TryGetValue(prompt, out var duration) && !IsDigits(prompt, out duration))
        {
            if (pbx.Options.OtherPrompts is not { } other)
            {
                pbx.Events.Send(new PlaybackFinished(leg.Id, id, Completed: false));
                return CommandResult.Done;
            }

            duration = other;
        }

        return Play(leg, id, prompt, duration);
    }

    private CommandResult Play(Leg leg, PlaybackId id, string prompt, TimeSpan duration)
    {
        var playback = new Playback(id, leg, prompt, duration);
        _playing.Add(id, playback);
        leg.Playbacks.Add(playback);
        if (leg.IsUp)
        {
            (leg.HasMusic, leg.HasRinging) = (false, false);
        }

        if (leg.Playbacks.Count == 1)
        {
            Begin(playback);
        }

        return CommandResult.Done;
    }

    public CommandResult Stop(PlaybackId id)
    {
        if (!_playing.TryGetValue(id, out var playback))
        {
            return CommandResult.Gone;
        }

        Finish(playback, completed: false);
        return CommandResult.Done;
    }

    public CommandResult Join(BridgeId id, Leg leg)
    {
        if (!pbx.Bridges.TryGetValue(id, out var bridge))
        {
            pbx.Bridges.Add(id, bridge = new Bridge(id));
        }

        if (leg.Bridge == bridge)
        {
            return CommandResult.Done;
        }

        Remove(leg);
        (leg.HasMusic, leg.HasRinging) = (false, leg.HasRinging && !leg.IsUp);
        bridge.Legs.Add(leg);
        leg.Bridge = bridge;
        pbx.Refresh(leg);
        return CommandResult.Done;
    }

    public CommandResult Leave(BridgeId id, Leg leg)
    {
        if (leg.Bridge?.Id != id)
        {
            return CommandResult.Gone;
        }

        Remove(leg);
        pbx.Refresh(leg);
        return CommandResult.Done;
    }

    public CommandResult Destroy(BridgeId id)
    {
        if (!pbx.Bridges.Remove(id, out var bridge))
        {
            return CommandResult.Gone;
        }

        foreach (var leg in bridge.Legs.ToList())
        {
            Remove(leg);
            pbx.Refresh(leg);
        }

        return CommandResult.Done;
    }

    /// <summary>Whether the others in the bridge hear the party.</summary>
    public CommandResult Mute(Leg leg, bool isMuted)
    {
        leg.IsMuted = isMuted;
        pbx.Refresh(leg);
        return CommandResult.Done;
    }

    /// <summary>Lets a party hear what another one hears and says; where it whispers, that one hears it too.</summary>
    public CommandResult ListenIn(Leg ear, Leg target, bool whispers)
    {
        Remove(ear);
        StopListeningIn(ear);
        (ear.ListensTo, ear.Whispers, ear.HasMusic, ear.HasRinging) = (target, whispers, false, false);
        target.Listeners.Add(ear);
        pbx.Refresh(target);
        pbx.Refresh(ear);
        return CommandResult.Done;
    }

    public CommandResult StopListeningIn(Leg ear)
    {
        if (ear.ListensTo is { } target)
        {
            target.Listeners.Remove(ear);
            (ear.ListensTo, ear.Whispers) = (null, false);
            pbx.Refresh(target);
            pbx.Refresh(ear);
        }

        return CommandResult.Done;
    }

    /// <summary>Sends keys to the far end.</summary>
    public static CommandResult Send(Leg leg, string digits)
    {
        if (!leg.IsUp)
        {
            throw new TelephonyException(TelephonyError.Refused, $"Leg {leg.Id} is not answered; no keys can be sent to it.");
        }

        leg.SentDigits += digits;
        return CommandResult.Done;
    }

    /// <summary>Ends everything of a leg that ends, and takes it out of its bridge.</summary>
    public void EndOf(Leg leg)
    {
        foreach (var playback in leg.Playbacks.ToList())
        {
            Remove(playback, completed: false);
        }

        Remove(leg);
        StopListeningIn(leg);
        foreach (var listener in leg.Listeners.ToList())
        {
            StopListeningIn(listener);
        }
    }

    private void Remove(Leg leg)
    {
        if (leg.Bridge is { } bridge)
        {
            bridge.Legs.Remove(leg);
            leg.Bridge = null;
            if (bridge.Legs is [var other, ..])
            {
                pbx.Refresh(other);
            }
        }
    }

    private void Begin(Playback playback)
    {
        playback.End = pbx.Timers.After(playback.Duration, () => Finish(playback, completed: true));
        pbx.Refresh(playback.Leg);
    }

    private void Finish(Playback playback, bool completed)
    {
        Remove(playback, completed);
        if (playback.Leg.Playbacks is [{ End: null } next, ..])
        {
            Begin(next);
        }

        pbx.Refresh(playback.Leg);
    }

    private void Remove(Playback playback, bool completed)
    {
        pbx.Timers.Cancel(playback.End);
        _playing.Remove(playback.Id);
        playback.Leg.Playbacks.Remove(playback);
        pbx.Events.Send(new PlaybackFinished(playback.Leg.Id, playback.Id, completed));
    }

    private static bool IsDigits(string prompt, out TimeSpan duration)
    {
        duration = TimeSpan.FromSeconds(0.5) * (prompt.Length - Digits.Length);
        return prompt.StartsWith(Digits, StringComparison.Ordinal);
    }
}
