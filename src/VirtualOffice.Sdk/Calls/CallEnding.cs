using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Ends a call: every leg goes, also one that is still being created; then exactly one outcome; then its recordings are brought in.</summary>
internal static partial class CallEnding
{
    private static readonly TimeSpan RecordingTime = TimeSpan.FromSeconds(3);

    public static async Task EndAsync(CallSession call)
    {
        if (call.Record.Stage == CallStage.Intake && call.Refusal is null)
        {
            await PlanAsync(call);
        }

        if (call.Record.OpenOffers.Count == 0 && call.Record.OperatorLeg is null)
        {
            // A call that ends must not be offered any more. An operator whose phone still rings or talks stays reserved until it does not.
            call.Board.Leave();
        }

        await KeepVoiceMessageAsync(call);
        await EndLegsAsync(call);
        var now = call.Now();
        var outcome = OutcomeRule.For(call);
        var events = new List<CallEvent>(call.Record.OpenOffers.Select(o => new OfferEnded(now, o.Id, OfferResult.CallerGone)));
        if (call.Record.OpenTransfer is { } transfer)
        {
            events.AddRange(TransferEnding.OpenAttempts(transfer).Select(a => new AttemptEnded(now, transfer.Number, a.Attempt, AttemptResult.CallerGone)));
            events.Add(new TransferEnded(now, transfer.Number, TransferResult.CallerGone));
        }

        events.Add(new CallEnded(now, outcome));
        await call.AppendAsync([.. events]);
        call.Board.Leave();
        if (outcome.Kind == CallOutcomeKind.FailedInternal)
        {
            LogFailed(call.Services.Logger, call.Id, outcome.Stage, outcome.Detail ?? "");
        }

        LogEnded(call.Services.Logger, call.Id, call.Record.Company?.Value, outcome.Kind, outcome.Stage);
    }

    /// <summary>Brings the recordings of an ended call into the store and closes the call.</summary>
    public static async Task CloseAsync(CallSession call)
    {
        foreach (var recording in call.Record.Recordings.Where(r => r.State == RecordingState.Recording).ToList())
        {
            var stored = await WaitForRecordingAsync(call, recording.Id) ? await call.Services.Vault.FetchAsync(call.Pbx, recording.Id, call.Stopping) : null;
            await call.AppendAsync(EndOf(call, recording, stored));
            if (stored is null)
            {
                LogRecordingMissing(call.Services.Logger, call.Id, recording.Id);
            }
        }

        // Only now, when the journal knows ours; all of them, because an earlier run may have come to its end in between.
        foreach (var recording in call.Record.Recordings.Where(r => r.Stored is not null))
        {
            await call.Pbx.DeleteRecordingAsync(recording.Id, call.Stopping);
        }

        await call.AppendAsync(new CallClosed(call.Now()));
    }

    /// <summary>The company's own call, also one that is over before the intake has come to it. Where the intake itself is what failed, the call is ended without.</summary>
    private static async Task PlanAsync(CallSession call)
    {
        try
        {
            await IntakeStage.TryPlanAsync(call);
        }
        catch (Exception e) when (call.Failure is not null && e is not (JournalConflictException or StoreUnavailableException or OperationCanceledException))
        {
            LogNotPlanned(call.Services.Logger, call.Id, e);
        }
    }

    private static async Task KeepVoiceMessageAsync(CallSession call)
    {
        if (call.Record.Stage == CallStage.Message
            && call.Record.Recordings.FirstOrDefault(r => r is { IsVoiceMessage: true, Field: null, State: RecordingState.Recording }) is { } recording)
        {
            await WaitForRecordingAsync(call, recording.Id);
            await MessageStage.KeepAsync(call, recording);
        }
    }

    private static async Task EndLegsAsync(CallSession call)
    {
        var cause = call.Refusal switch
        {
            null => LegEndCause.Normal,
            RefusalReason.Overload => LegEndCause.Busy,
            _ => LegEndCause.Unreachable,
        };
        await LegEnding.EndAsync(call, call.Legs.Alive, cause, endsWithCall: false);
        await call.Pbx.DestroyBridgeAsync(call.Bridge, call.Stopping);
    }

    /// <summary>The PBX closes the file when the leg ends. False when it has no such recording.</summary>
    private static async Task<bool> WaitForRecordingAsync(CallSession call, RecordingId recording)
    {
        if (!await call.Recordings.LookUpAsync(recording))
        {
            return false;
        }

        await call.Recordings.WaitForEndAsync(recording, call.After(RecordingTime));
        return true;
    }

    private static RecordingEnded EndOf(CallSession call, CallRecording recording, StoredRecording? stored)
    {
        if (stored is null)
        {
            return new RecordingEnded(call.Now(), recording.Id, RecordingState.Missing, null, "The PBX has no such recording.");
        }

        // A little of the end may be missing when the PBX stops with the leg; more than this is a part only.
        var paused = recording.PausedFor + (recording.PausedAt is { } since && call.Record.EndedAt > since ? call.Record.EndedAt.Value - since : TimeSpan.Zero);
        var expected = call.Record.EndedAt - recording.StartedAt - paused - TimeSpan.FromSeconds(5);
        return !recording.IsVoiceMessage && stored.Duration < expected
            ? new RecordingEnded(call.Now(), recording.Id, RecordingState.Partial, stored, $"The recording is {stored.Duration.TotalSeconds:F1} s long, the call was {(call.Record.EndedAt - recording.StartedAt)?.TotalSeconds:F1} s.")
            : new RecordingEnded(call.Now(), recording.Id, RecordingState.Stored, stored, null);
    }

    [LoggerMessage(1002, LogLevel.Information, "Call {Call} of {Company} ended: {Outcome} in stage {Stage}")]
    private static partial void LogEnded(ILogger logger, CallId call, string? company, CallOutcomeKind outcome, CallStage stage);

    [LoggerMessage(1003, LogLevel.Critical, "Call {Call} failed in stage {Stage}: {Detail}")]
    private static partial void LogFailed(ILogger logger, CallId call, CallStage stage, string detail);

    [LoggerMessage(1011, LogLevel.Error, "Call {Call}: the intake failed again; the call is ended without a company")]
    private static partial void LogNotPlanned(ILogger logger, CallId call, Exception exception);

    [LoggerMessage(1004, LogLevel.Error, "Call {Call}: recording {Recording} is missing")]
    private static partial void LogRecordingMissing(ILogger logger, CallId call, RecordingId recording);
}
