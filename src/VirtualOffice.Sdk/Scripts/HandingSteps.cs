using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Steps that hand the caller to another stage of the call: the queue, a transfer, a voice message. The script goes on at the same step when that has come to an end.</summary>
internal static class HandingSteps
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public static Task QueueAsync(ScriptRun run)
    {
        var record = run.Call.Record;
        return run.State.WasQueued
            ? run.LeaveAsync("left")
            : run.AppendAsync(new CallQueued(run.Call.Now(), record.EnqueuedAt ?? record.PlaceFrom ?? record.ReceivedAt));
    }

    /// <summary>Calls whom a transfer or an escalation names, one after the other.</summary>
    public static async Task TransferAsync(ScriptRun run)
    {
        if (ScriptTransfers.NextOf(run.Call, run.Step) is not { } target)
        {
            await run.LeaveAsync("failed");
            return;
        }

        await CallAnswer.EnsureAsync(run.Call);
        if (!run.Call.IsOver)
        {
            await run.Call.Pbx.StartMusicAsync(run.Call.CallerLeg, run.Call.Stopping);
            var plan = ScriptTransfers.Plan(run.Call, run.Company, target);
            await run.Call.AppendAsync(ScriptTransfers.Start(run.Call, target, plan, leave: true));
        }
    }

    public static Task MessageAsync(ScriptRun run) => run.Call.Record.Recordings.Any(r => r is { IsVoiceMessage: true, Field: null, State: not RecordingState.Recording })
        ? run.LeaveAsync(ScriptExit.Next)
        : run.AppendAsync(new VoiceMessageAsked(run.Call.Now()));

    /// <summary>Records what the caller says as the answer of a field.</summary>
    public static async Task RecordAsync(ScriptRun run)
    {
        var call = run.Call;
        var field = run.Step.Text("field")!;
        var recording = call.Record.Recordings.LastOrDefault(r => r.Field == field);
        if (recording is { State: not RecordingState.Recording })
        {
            await run.LeaveAsync(ScriptExit.Next, new AnswerSaved(call.Now(), field, recording.Id.ToString()));
            return;
        }

        await CallAnswer.EnsureAsync(call);
        var isNew = recording is null;
        if (isNew)
        {
            await (run.Prompt is { } prompt ? run.PlayAsync(prompt) : Task.CompletedTask);
            if (call.IsOver)
            {
                return;
            }

            await SilenceGuard.AppendAsync(call, new VoiceMessageStarted(call.Now(), RecordingId.Parse($"vo-{call.Id}-m{call.Record.Recordings.Count}")) { Field = field });
            recording = call.Record.Recordings[^1];
        }

        var limit = run.Step.Time("limit") ?? UsualLimit;
        var request = new RecordingRequest
        {
            Id = recording!.Id,
            Leg = call.CallerLeg,
            Source = RecordingSource.Party,
            Beep = true,
            MaxDuration = limit,
            MaxSilence = call.Options.MessageSilence,
        };
        await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
        await (isNew ? call.Recordings.EnsureStartedAsync(request, isNew) : call.Recordings.ResumeAsync(request));
        await WaitForEndAsync(call, request, call.After(limit + Settling));
        if (call.IsOver)
        {
            // The end of the call brings the recording in.
            return;
        }

        await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        var stored = await call.Services.Vault.FetchAsync(call.Pbx, request.Id, call.Stopping);
        var ended = stored is null
            ? new RecordingEnded(call.Now(), request.Id, RecordingState.Missing, null, "The PBX has no such recording.")
            : new RecordingEnded(call.Now(), request.Id, RecordingState.Stored, stored, null);
        await run.LeaveAsync(ScriptExit.Next, stored is null ? [ended] : [ended, new AnswerSaved(call.Now(), field, request.Id.ToString())]);
    }

    private static async Task WaitForEndAsync(CallSession call, RecordingRequest request, Deadline limit)
    {
        while (!call.IsOver && !await call.Recordings.IsOverForSureAsync(request.Id))
        {
            if (limit.IsDue(call.Clock))
            {
                await call.Pbx.StopRecordingAsync(request.Id, call.Stopping);
                return;
            }

            var signal = await call.Signals.NextAsync(limit);
            if (signal is CallSignal.PbxSeen && !call.IsOver)
            {
                await call.Recordings.ResumeAsync(request);
            }
            else
            {
                call.Signals.Decline(signal);
            }
        }
    }
}
