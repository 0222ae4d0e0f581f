using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// Whether the call's recording takes anything in: what the company wants, and what somebody asked for. It is journaled before it goes on, and paused before
/// anybody is told so, and applied again after a restart; so nothing of a paused time is in it.
/// </summary>
internal sealed class RecordingPolicy(CallSession call)
{
    private bool? _isPausedAtPbx;
    private ITimer? _resume;

    private RecordingRules Rules => call.Company?.Recording ?? RecordingRules.Default;

    private CallRecording? Recording => call.Record.CallRecording is { State: RecordingState.Recording } recording ? recording : null;

    /// <summary>Whether a recording is wanted now that has not begun.</summary>
    public bool IsDue => call.Record.CallRecording is null && Rules.Mode switch
    {
        RecordingMode.None => false,
        RecordingMode.Operator => call.Record.Stage == CallStage.Conversation,
        _ => true,
    };

    /// <summary>Makes the recording be what it should be in the stage that the call is in.</summary>
    public async Task ApplyAsync()
    {
        if (Recording is not { } recording || call.IsOver)
        {
            Disarm();
            return;
        }

        var isWanted = Rules.Mode != RecordingMode.Operator || call.Record.Stage == CallStage.Conversation;
        if (recording.PausedAt is null && !isWanted)
        {
            await call.AppendAsync(new RecordingPaused(call.Now(), recording.Id, PauseReason.Policy));
        }
        else if (recording is { PausedAt: not null, PauseReason: PauseReason.Policy } && isWanted)
        {
            await call.AppendAsync(new RecordingResumed(call.Now(), recording.Id));
        }

        await ApplyToPbxAsync();
    }

    /// <summary>Carries out the wish to pause or resume.</summary>
    public async Task HandleAsync(CallSignal.PauseRecording command)
    {
        if (Recording is not { } recording)
        {
            command.Refuse(new CallCommandException(CallCommandError.Invalid, "The call is not being recorded."));
            return;
        }

        var now = call.Now();
        IReadOnlyList<CallEvent> events = command.IsPaused
            ? [new RecordingPaused(now, recording.Id, PauseReason.Asked)]
            : recording.PausedAt is not null ? [new RecordingResumed(now, recording.Id)] : [];
        if (events.Count > 0)
        {
            await call.AppendAsync(events, [], call.Commands.ProcessedBy(command));
        }

        await ApplyAsync();
        command.Complete(true);
    }

    /// <summary>The time of a pause may be over.</summary>
    public async Task ResumeIfDueAsync()
    {
        if (Recording is { PausedAt: { } since, PauseReason: PauseReason.Asked } recording && call.Now() - since >= Rules.ResumeAfter)
        {
            await call.AppendAsync(new RecordingResumed(call.Now(), recording.Id));
        }

        await ApplyAsync();
    }

    public void Disarm()
    {
        _resume?.Dispose();
        _resume = null;
    }

    private async Task ApplyToPbxAsync()
    {
        Disarm();
        if (Recording is not { } recording || call.Recordings.IsOver(recording.Id))
        {
            return;
        }

        var isPaused = recording.PausedAt is not null;
        if (_isPausedAtPbx != isPaused && (isPaused || recording.WasPaused))
        {
            var result = await (isPaused ? call.Pbx.PauseRecordingAsync(recording.Id, call.Stopping) : call.Pbx.ResumeRecordingAsync(recording.Id, call.Stopping));

            // One that the PBX does not have yet is paused as soon as it is started.
            _isPausedAtPbx = result == CommandResult.Done ? isPaused : null;
        }

        if (recording is { PausedAt: { } since, PauseReason: PauseReason.Asked })
        {
            _resume = call.Clock.CreateTimer(
                static session => ((CallSession)session!).Signals.Post(CallSignal.RecordingDue.Instance),
                call,
                call.After(since, Rules.ResumeAfter).Remaining(call.Clock),
                Timeout.InfiniteTimeSpan);
        }
    }
}
