using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>What a party that is in no bridge hears: ringing, music, prompts.</summary>
internal sealed class MediaCommands(AriClient ari, LegTable legs, LegReports reports, PlaybackTable playbacks, AudioFiles audio, string musicClass)
{
    /// <summary>Asterisk signals ringing before the answer, and makes the tone itself after it.</summary>
    public async Task<CommandResult> RingAsync(LegId leg, CancellationToken cancellationToken)
    {
        await SilenceAsync(leg, music: true, ringing: false, cancellationToken).ConfigureAwait(false);
        legs.Find(leg.Value)?.MayHearRinging = true;
        return ari.Result("ring", await ari.RingAsync(leg.Value, cancellationToken).ConfigureAwait(false));
    }

    public async Task<CommandResult> StartMusicAsync(LegId leg, CancellationToken cancellationToken)
    {
        await SilenceAsync(leg, music: false, ringing: true, cancellationToken).ConfigureAwait(false);
        legs.Find(leg.Value)?.MayHearMusic = true;
        return ari.Result("music", await ari.StartMusicAsync(leg.Value, musicClass, cancellationToken).ConfigureAwait(false));
    }

    public Task<CommandResult> StopMusicAsync(LegId leg, CancellationToken cancellationToken) => SilenceAsync(leg, music: true, ringing: true, cancellationToken);

    /// <summary>Everything stops that would sound on in a bridge, or keep the leg from getting there: a playing prompt holds up what comes after it.</summary>
    public async Task<CommandResult> StopAllAsync(LegId leg, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> running = [];
        if (legs.Find(leg.Value) is { } known)
        {
            lock (known.Gate)
            {
                running = PlaybackTable.RunningOf(known);
            }
        }

        foreach (var playback in running)
        {
            await StopPlaybackAsync(new PlaybackId(leg.Pbx, playback), cancellationToken).ConfigureAwait(false);
        }

        return await StopMusicAsync(leg, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CommandResult> PlayAsync(LegId leg, PlaybackId playback, Prompt prompt, CancellationToken cancellationToken)
    {
        if (legs.Find(leg.Value) is not { } known || !TryBegin(known, playback.Value, out var isRepeated))
        {
            return CommandResult.Gone;
        }

        if (isRepeated)
        {
            return CommandResult.Done;
        }

        var address = prompt is AudioPrompt sound ? await audio.MediaOfAsync(sound, cancellationToken).ConfigureAwait(false) : PromptMedia.For(prompt);
        if (address is not { } media)
        {
            reports.Played(known, playback.Value, completed: false);
            return CommandResult.Done;
        }

        try
        {
            var result = ari.Result("play", await ari.PlayAsync(leg.Value, playback.Value, media, cancellationToken).ConfigureAwait(false));
            if (result == CommandResult.Gone)
            {
                Forget(known, playback.Value);
            }

            return result;
        }
        catch
        {
            Forget(known, playback.Value);
            throw;
        }
    }

    public async Task<CommandResult> StopPlaybackAsync(PlaybackId playback, CancellationToken cancellationToken)
    {
        if (playbacks.Find(playback.Value) is { } leg)
        {
            lock (leg.Gate)
            {
                PlaybackTable.MarkStopped(leg, playback.Value);
            }
        }

        return ari.Result("stop playback", await ari.StopPlaybackAsync(playback.Value, cancellationToken).ConfigureAwait(false));
    }

    private async Task<CommandResult> SilenceAsync(LegId leg, bool music, bool ringing, CancellationToken cancellationToken)
    {
        var known = legs.Find(leg.Value);
        if (known is { HasEnded: true } or null)
        {
            return CommandResult.Gone;
        }

        var result = CommandResult.Done;
        if (music && known.MayHearMusic)
        {
            known.MayHearMusic = false;
            result = ari.Result("stop music", await ari.StopMusicAsync(leg.Value, cancellationToken).ConfigureAwait(false));
        }

        if (ringing && known.MayHearRinging)
        {
            known.MayHearRinging = false;
            result = ari.Result("stop ring", await ari.StopRingAsync(leg.Value, cancellationToken).ConfigureAwait(false));
        }

        return result;
    }

    private bool TryBegin(AsteriskLeg leg, string playback, out bool isRepeated)
    {
        lock (leg.Gate)
        {
            isRepeated = !leg.HasEnded && !playbacks.Begin(leg, playback);
            return !leg.HasEnded;
        }
    }

    private void Forget(AsteriskLeg leg, string playback)
    {
        lock (leg.Gate)
        {
            playbacks.Forget(leg, playback);
        }
    }
}
