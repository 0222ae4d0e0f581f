using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Tells the caller now and then that it is still being tried, where the company wants so; music goes on after it.</summary>
internal sealed class TransferProgress
{
    private readonly CallSession _call;
    private readonly RecordedPrompt? _prompt;
    private readonly TimeSpan _every;
    private PlaybackId? _playing;

    public TransferProgress(CallSession call, CallTransfer transfer)
    {
        (_call, _prompt, _every) = (call, call.Company?.Transfers.Progress, call.Company?.Transfers.ProgressEvery ?? TimeSpan.Zero);
        if (_prompt is not null)
        {
            // Counted from the start of the transfer, over steps and restarts.
            var elapsed = call.Now() - transfer.At;
            var times = elapsed > TimeSpan.Zero ? (long)(elapsed / _every) : 0;
            Next = call.After(transfer.At, _every * (times + 1));
        }
    }

    /// <summary>When there is something to do.</summary>
    public Deadline Next { get; private set; } = Deadline.Never;

    public async Task AdvanceAsync()
    {
        if (_prompt is null || !Next.IsDue(_call.Clock))
        {
            return;
        }

        // One that is still being played, or whose end was not reported, has this turn too.
        Next = _call.After(_every);
        if (_playing is null)
        {
            _playing = new PlaybackId(_call.Pbx.Name, $"vo-{_call.Services.Runtime.Ids.NewId():N}");
            await _call.Pbx.StopMusicAsync(_call.CallerLeg, _call.Stopping);
            await _call.Pbx.PlayAsync(_call.CallerLeg, _playing.Value, _prompt, _call.Stopping);
        }
    }

    /// <summary>A prompt is over; null when it is not known which.</summary>
    public async Task FinishedAsync(PlaybackId? playback)
    {
        if (_playing is { } own && (playback is null || playback == own))
        {
            _playing = null;
            await _call.Pbx.StartMusicAsync(_call.CallerLeg, _call.Stopping);
        }
    }

    /// <summary>The step is over; the caller hears music, or whoever is next.</summary>
    public async Task StopAsync()
    {
        if (_playing is { } playback && !_call.IsOver)
        {
            await _call.Pbx.StopPlaybackAsync(playback, _call.Stopping);
            if (_call.Record.OpenTransfer is not null)
            {
                await _call.Pbx.StartMusicAsync(_call.CallerLeg, _call.Stopping);
            }

            _playing = null;
        }
    }
}
