using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Answering the caller, with which the recording of the whole call begins.</summary>
internal static class CallAnswer
{
    private static readonly TimeSpan LongestAnnouncement = TimeSpan.FromSeconds(30);

    /// <summary>Answers the caller, once, and starts the recording of the whole call.</summary>
    public static async Task EnsureAsync(CallSession call)
    {
        var isNew = call.Record.AnsweredAt is null;
        if (isNew)
        {
            if (await call.Pbx.AnswerAsync(call.CallerLeg, call.Stopping) == CommandResult.Gone)
            {
                call.Legs.MarkEnded(call.CallerLeg, LegEndCause.Normal);
                return;
            }

            await SilenceGuard.AppendAsync(call, Events(call));
        }

        if (call.Recording.IsDue)
        {
            await AnnounceRecordingAsync(call);
            isNew = true;
        }

        if (call.IsOver)
        {
            return;
        }

        if (call.Record.CallRecording is { State: RecordingState.Recording } recording)
        {
            await call.Recordings.EnsureStartedAsync(new RecordingRequest { Id = recording.Id, Leg = call.CallerLeg, Source = RecordingSource.Conversation }, isNew);
            await call.Recording.ApplyAsync();
        }
    }

    /// <summary>The recording begins with the answer, unless the caller is told first or only the operator's part is wanted.</summary>
    public static CallEvent[] Events(CallSession call)
    {
        var now = call.Now();
        return call.Recording.IsDue && call.Company?.Recording.Announcement is null
            ? [new CallAnswered(now), new RecordingStarted(now, RecordingId.Parse($"vo-{call.Id}"))]
            : [new CallAnswered(now)];
    }

    private static async Task AnnounceRecordingAsync(CallSession call)
    {
        if (call.Company?.Recording.Announcement is { } announcement)
        {
            await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
            await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
            await PromptPlayer.PlayAsync(call, announcement, LongestAnnouncement);
        }

        if (!call.IsOver && call.Recording.IsDue)
        {
            await SilenceGuard.AppendAsync(call, new RecordingStarted(call.Now(), RecordingId.Parse($"vo-{call.Id}")));
        }
    }
}
