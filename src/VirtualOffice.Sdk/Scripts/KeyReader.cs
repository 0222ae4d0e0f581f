using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Reads the keys a caller presses. A key stops the prompt; music plays while one is awaited.</summary>
internal static class KeyReader
{
    private static readonly TimeSpan LongestPrompt = TimeSpan.FromMinutes(2);

    /// <summary>The keys, without the one that ended them; empty for none in time, null when the call is over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prompt">What is played first; null for nothing.</param>
    /// <param name="max">With so many it is at an end.</param>
    /// <param name="end">The key that ends it; null for none.</param>
    /// <param name="pause">The longest time without a key.</param>
    /// <param name="heard">Called when the prompt was heard to its end.</param>
    public static async Task<string?> ReadAsync(CallSession call, Prompt? prompt, int max, char? end, TimeSpan pause, Func<Task>? heard = null)
    {
        await CallAnswer.EnsureAsync(call);
        if (call.IsOver)
        {
            return null;
        }

        var playing = prompt is null ? null : await StartAsync(call, prompt);
        if (playing is null)
        {
            await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        }

        var keys = new StringBuilder();
        var deadline = call.After(playing is null ? pause : LongestPrompt);
        while (!call.IsOver)
        {
            switch (await call.Signals.NextAsync(deadline))
            {
                case CallSignal.FromLeg { Event: DigitPressed pressed } when pressed.Leg == call.CallerLeg:
                    playing = await HushAsync(call, playing);
                    if (pressed.Digit == end)
                    {
                        return keys.ToString();
                    }

                    keys.Append(pressed.Digit);
                    if (keys.Length >= max)
                    {
                        return keys.ToString();
                    }

                    deadline = call.After(pause);
                    break;
                case CallSignal.FromLeg { Event: PlaybackFinished finished } when playing is not null && finished.Playback == playing:
                    playing = null;
                    await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
                    await (finished.Completed && heard is not null ? heard() : Task.CompletedTask);
                    deadline = call.After(pause);
                    break;
                case CallSignal.PbxSeen:
                    // A prompt's end, or a key, may have fallen into the gap of the connection.
                    playing = await HushAsync(call, playing);
                    await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
                    deadline = call.After(pause);
                    break;
                case CallSignal.Woken when playing is null:
                    return keys.ToString();
                case CallSignal.Woken:
                    playing = await HushAsync(call, playing);
                    deadline = call.After(pause);
                    break;
                case var other:
                    call.Signals.Decline(other);
                    break;
            }
        }

        return null;
    }

    private static async Task<PlaybackId?> StartAsync(CallSession call, Prompt prompt)
    {
        await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
        var playback = new PlaybackId(call.Pbx.Name, $"vo-{call.Services.Runtime.Ids.NewId():N}");
        if (await call.Pbx.PlayAsync(call.CallerLeg, playback, prompt, call.Stopping) == CommandResult.Gone)
        {
            call.Legs.MarkEnded(call.CallerLeg, LegEndCause.Normal);
        }

        return playback;
    }

    private static async Task<PlaybackId?> HushAsync(CallSession call, PlaybackId? playing)
    {
        if (playing is { } playback)
        {
            await call.Pbx.StopPlaybackAsync(playback, call.Stopping);
            await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        }

        return null;
    }
}
