using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What the call knows of its recordings. Only the call's own scheduler touches it.</summary>
internal sealed partial class CallRecordings(CallSession call)
{
    private readonly Dictionary<RecordingId, TimeSpan?> _over = [];
    private readonly HashSet<RecordingId> _started = [];
    private readonly HashSet<RecordingId> _failed = [];

    /// <summary>Whether nothing more is recorded: it is complete, or has failed.</summary>
    public bool IsOver(RecordingId recording) => _over.ContainsKey(recording);

    /// <summary>For how long the party spoke; null when the PBX has not said so.</summary>
    public TimeSpan? SpeechOf(RecordingId recording) => _over.GetValueOrDefault(recording);

    public void Apply(LegEvent legEvent)
    {
        switch (legEvent)
        {
            case RecordingFinished finished:
                _over[finished.Recording] = finished.Speech;
                break;
            case RecordingFailed failed:
                if (_over.TryAdd(failed.Recording, null))
                {
                    _failed.Add(failed.Recording);
                }

                LogFailed(call.Services.Logger, call.Id, failed.Recording, failed.Reason);
                break;
        }
    }

    /// <summary>Starts a recording whose intent is in the journal. One that may have been started before is looked up, and started only when the PBX has none.</summary>
    /// <param name="request">The recording.</param>
    /// <param name="isNew">Whether the intent was written just now.</param>
    public async Task EnsureStartedAsync(RecordingRequest request, bool isNew)
    {
        if (IsOver(request.Id) || _started.Contains(request.Id) || (!isNew && await LookUpAsync(request.Id)))
        {
            return;
        }

        try
        {
            if (await call.Pbx.StartRecordingAsync(request, call.Stopping) == CommandResult.Gone)
            {
                _over.TryAdd(request.Id, null);
            }
        }
        catch (TelephonyException e) when (e.Error == TelephonyError.Refused)
        {
            // It may have been started by a command whose answer was lost. Else the call is worth more than its recording.
            if (!await LookUpAsync(request.Id))
            {
                _over.TryAdd(request.Id, null);
                LogFailed(call.Services.Logger, call.Id, request.Id, e.Message);
            }
        }

        _started.Add(request.Id);
    }

    /// <summary>Sees to a recording of a stage that is entered again, or after a gap in the connection: its end may have been missed, and so may its beginning.</summary>
    public async Task ResumeAsync(RecordingRequest request)
    {
        await LookUpAsync(request.Id);
        await EnsureStartedAsync(request, isNew: true);
    }

    /// <summary>Asks the PBX for a recording whose end may have been missed; false when it has none.</summary>
    public async Task<bool> LookUpAsync(RecordingId recording)
    {
        if (IsOver(recording))
        {
            return true;
        }

        if (await call.Pbx.FindRecordingAsync(recording, call.Stopping) is not { } found)
        {
            _started.Remove(recording);
            return false;
        }

        _started.Add(recording);
        if (!found.IsLive)
        {
            _over.TryAdd(recording, null);
        }

        return true;
    }

    /// <summary>
    /// As <see cref="IsOver"/>, but a failure is believed only when the PBX records nothing: a late report of an attempt whose answer was lost may follow
    /// a second attempt that went well.
    /// </summary>
    public async Task<bool> IsOverForSureAsync(RecordingId recording)
    {
        if (_failed.Remove(recording) && await call.Pbx.FindRecordingAsync(recording, call.Stopping) is { IsLive: true })
        {
            _over.Remove(recording);
        }

        return IsOver(recording);
    }

    /// <summary>Waits until nothing more is recorded, or the deadline is due.</summary>
    public async Task WaitForEndAsync(RecordingId recording, Deadline deadline)
    {
        while (!IsOver(recording) && !deadline.IsDue(call.Clock))
        {
            call.Signals.Decline(await call.Signals.NextAsync(deadline));
        }
    }

    [LoggerMessage(1006, LogLevel.Error, "Call {Call}: recording {Recording} failed: {Reason}")]
    private static partial void LogFailed(ILogger logger, CallId call, RecordingId recording, string reason);
}
