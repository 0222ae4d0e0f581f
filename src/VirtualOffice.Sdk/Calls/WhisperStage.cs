using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The operator who has accepted hears which company it is; the caller waits on, with what was heard before, and hears nothing of it. Whatever goes wrong with it, the two are connected,
/// at the latest when the time for it is over, which is counted from the acceptance; at once when the operator does something already.
/// </summary>
internal sealed partial class WhisperStage : ICallStage
{
    private static readonly TimeSpan HangUpTime = TimeSpan.FromSeconds(1);

    /// <summary>Whether the company wants it, and there is something to be heard.</summary>
    public static bool IsWanted(CallSession call)
    {
        if (call.Company?.Queue.Whisper is null)
        {
            return false;
        }

        if (RecordedOf(call) is null && call.Services.Speech is null)
        {
            LogNothingReads(call.Services.Logger, call.Id, call.Record.Company!.Value.Value);
            return false;
        }

        return true;
    }

    public async Task RunAsync(CallSession call)
    {
        var operatorLeg = call.Record.OperatorLeg!.Value;
        await call.Lines.HangUpOthersAsync(operatorLeg);
        var playback = PlaybackOf(call);
        if (call.IsAdopted)
        {
            await KeepCallerWaitingAsync(call);

            // One that an earlier run of the host began has taken its time.
            if (await call.Pbx.StopPlaybackAsync(playback, call.Stopping) == CommandResult.Done)
            {
                await EndAsync(call, isHeard: false);
                return;
            }
        }

        var prompt = PromptAsync(call);
        await PlayAsync(call, operatorLeg, playback, prompt);
    }

    private static async Task PlayAsync(CallSession call, LegId operatorLeg, PlaybackId playback, Task<Prompt?> prompt)
    {
        var limit = call.After(call.Record.StageSince, call.Options.WhisperLimit);
        var isPlaying = false;
        while (!call.IsOver)
        {
            if (!call.Legs.IsAlive(operatorLeg))
            {
                await OperatorGoneAsync(call, call.Legs.EndOf(operatorLeg) ?? LegEndCause.Failed);
                return;
            }

            if (prompt.IsCompleted && !isPlaying)
            {
                if (limit.IsDue(call.Clock) || await prompt is not { } sound)
                {
                    await EndAsync(call, isHeard: false);
                    return;
                }

                isPlaying = true;
                if (await call.Pbx.PlayAsync(operatorLeg, playback, sound, call.Stopping) == CommandResult.Gone)
                {
                    limit = Deadline.Earliest(limit, call.After(HangUpTime));
                    await call.Lines.LookUpAsync(operatorLeg, LegEndCause.Normal);
                    continue;
                }
            }

            switch (await call.Signals.NextAsync(limit))
            {
                case CallSignal.FromLeg { Event: PlaybackFinished { Completed: true } finished } when finished.Playback == playback:
                    await EndAsync(call, isHeard: true);
                    return;
                case CallSignal.FromLeg { Event: PlaybackFinished broken } when broken.Playback == playback:
                    // Mostly the operator has hung up, which the PBX reports a moment later: the caller must not be given to nobody.
                    limit = Deadline.Earliest(limit, call.After(HangUpTime));
                    break;
                case CallSignal.Woken:
                    await StopAsync(call, playback);
                    return;
                case CallSignal.PbxSeen:
                    // A prompt's end that fell into a gap of the connection is never reported.
                    await KeepCallerWaitingAsync(call);
                    await StopAsync(call, playback);
                    return;
                case CallSignal.FromLeg { Event: LegHeld held } early when held.Leg == operatorLeg:
                    await StopAsync(call, playback);
                    call.Signals.PutBack(early);
                    return;
                case CallSignal.Command early and not CallSignal.DeclineOffer:
                    // Who does something with the call knows whose it is.
                    await StopAsync(call, playback);
                    call.Signals.PutBack(early);
                    return;
                case var other:
                    call.Signals.Decline(other);
                    break;
            }
        }
    }

    private static async Task StopAsync(CallSession call, PlaybackId playback)
    {
        await call.Pbx.StopPlaybackAsync(playback, call.Stopping);
        await EndAsync(call, isHeard: false);
    }

    private static Task EndAsync(CallSession call, bool isHeard) => call.AppendAsync(new WhisperEnded(call.Now(), isHeard));

    /// <summary>The caller, who has not been with the operator yet, waits for another one with the place kept; nobody is called back by an operator who has hung up.</summary>
    private static async Task OperatorGoneAsync(CallSession call, LegEndCause cause)
    {
        if (!call.Record.HasCaller)
        {
            call.RequestEnd();
            return;
        }

        var now = call.Now();
        await call.AppendAsync(
            new OperatorLeft(now, call.Record.Operator!.Value, cause),
            new CallQueued(now, call.Record.EnqueuedAt ?? call.Record.ReceivedAt));
        call.Board.Leave();
    }

    private static async Task KeepCallerWaitingAsync(CallSession call)
    {
        if (call.Record.HasCaller)
        {
            await (call.Record.AnsweredAt is null ? call.Pbx.RingAsync(call.CallerLeg, call.Stopping) : call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping));
        }
    }

    /// <summary>The same for every entry into the stage, so that a prompt that plays is not played twice.</summary>
    private static PlaybackId PlaybackOf(CallSession call) => new(call.Pbx.Name, FormattableString.Invariant($"vo-{call.Id}-w{call.Record.Offers.Count}"));

    private static RecordedPrompt? RecordedOf(CallSession call) =>
        call.Company is { Queue.Whisper: { } whisper } company ? whisper.Prompt ?? (whisper.Text is null ? company.SpokenName : null) : null;

    /// <summary>What is played; null when there is nothing, because the text could not be read aloud.</summary>
    private static async Task<Prompt?> PromptAsync(CallSession call)
    {
        if (RecordedOf(call) is { } recorded)
        {
            return recorded;
        }

        if (call.Company is not { Queue.Whisper: { } whisper } company || call.Services.Speech is not { } speech)
        {
            return null;
        }

        try
        {
            return await speech.SpeakAsync(whisper.Text ?? company.Name, whisper.Language, call.Stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException || !call.Stopping.IsCancellationRequested)
        {
            LogNotRead(call.Services.Logger, call.Id, e);
            return null;
        }
        finally
        {
            call.Signals.Post(CallSignal.SpeechReady.Instance);
        }
    }

    [LoggerMessage(1012, LogLevel.Error, "Call {Call}: the company's name could not be read to the operator, who is connected without it")]
    private static partial void LogNotRead(ILogger logger, CallId call, Exception exception);

    [LoggerMessage(1013, LogLevel.Warning, "Call {Call}: company {Company} wants a text read to operators, and the office reads nothing aloud; add UseEspeak(…) or UseSpeech(…), or give the company a prompt")]
    private static partial void LogNothingReads(ILogger logger, CallId call, string company);
}
