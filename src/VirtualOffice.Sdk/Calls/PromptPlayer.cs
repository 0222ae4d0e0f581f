using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Plays a prompt to the caller and waits for its end.</summary>
internal static class PromptPlayer
{
    private static readonly TimeSpan HangUpTime = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the prompt is over, could not be played, took longer than allowed, or the call is over; true when it was heard to its end.</summary>
    public static async Task<bool> PlayAsync(CallSession call, Prompt prompt, TimeSpan longest)
    {
        if (call.IsOver)
        {
            return false;
        }

        var playback = new PlaybackId(call.Pbx.Name, $"vo-{call.Services.Runtime.Ids.NewId():N}");
        if (await call.Pbx.PlayAsync(call.CallerLeg, playback, prompt, call.Stopping) == CommandResult.Gone)
        {
            call.Legs.MarkEnded(call.CallerLeg, LegEndCause.Normal);
            return false;
        }

        var deadline = call.After(longest);
        while (!call.IsOver)
        {
            var signal = await call.Signals.NextAsync(deadline);
            if (signal is CallSignal.FromLeg { Event: PlaybackFinished finished } && finished.Playback == playback)
            {
                await (finished.Completed ? Task.CompletedTask : WaitForHangUpAsync(call));
                return finished.Completed;
            }

            // A prompt's end that fell into a gap of the connection is never reported.
            if (signal is CallSignal.Woken or CallSignal.PbxSeen)
            {
                await call.Pbx.StopPlaybackAsync(playback, call.Stopping);
                return false;
            }

            call.Signals.Decline(signal);
        }

        return false;
    }

    /// <summary>A prompt that breaks off mostly means that the caller has hung up, which the PBX reports a moment later.</summary>
    private static async Task WaitForHangUpAsync(CallSession call)
    {
        var deadline = call.After(HangUpTime);
        while (!call.IsOver && !deadline.IsDue(call.Clock))
        {
            call.Signals.Decline(await call.Signals.NextAsync(deadline));
        }
    }
}
