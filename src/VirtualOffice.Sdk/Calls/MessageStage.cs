using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Asks the caller for a voice message and keeps it. A hang-up after speaking is a message too.</summary>
internal sealed class MessageStage : ICallStage
{
    private static readonly TimeSpan LongestPrompt = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(3);

    public async Task RunAsync(CallSession call)
    {
        if (VoiceRecordingOf(call) is { State: not RecordingState.Recording })
        {
            // It was kept, and something went wrong after: nobody is asked twice for a message.
            await GoOnOrEndAsync(call);
            return;
        }

        await CallAnswer.EnsureAsync(call);
        var isNew = VoiceRecordingOf(call) is null;
        if (isNew)
        {
            await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
            await PromptPlayer.PlayAsync(call, new RecordedPrompt(GuidedScript.MessageStepOf(call)?.Text("prompt") ?? call.Options.MessagePrompt), LongestPrompt);
            if (call.IsOver)
            {
                return;
            }

            var id = RecordingId.Parse($"vo-{call.Id}-m{call.Record.Recordings.Count}");
            await SilenceGuard.AppendAsync(call, new VoiceMessageStarted(call.Now(), id));
        }

        var recording = VoiceRecordingOf(call)!;
        await (isNew ? call.Recordings.EnsureStartedAsync(RequestFor(call, recording.Id), isNew) : call.Recordings.ResumeAsync(RequestFor(call, recording.Id)));
        await WaitForEndAsync(call, recording);
        if (!call.IsOver)
        {
            // While the message is saved, which may take its time.
            await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        }

        if (await KeepAsync(call, recording))
        {
            await PromptPlayer.PlayAsync(call, new RecordedPrompt(call.Options.ThanksPrompt), LongestPrompt);
        }

        await GoOnOrEndAsync(call);
    }

    private static async Task GoOnOrEndAsync(CallSession call)
    {
        if (!call.IsOver && ScriptReturn.Goes(call, "message"))
        {
            await SilenceGuard.AppendAsync(call, new ScriptResumed(call.Now()));
        }
        else
        {
            call.RequestEnd();
        }
    }

    /// <summary>Keeps a voice message whose recording is over, if something was said; also called when the call ended while it was being recorded.</summary>
    public static async Task<bool> KeepAsync(CallSession call, CallRecording recording)
    {
        var stored = await call.Services.Vault.FetchAsync(call.Pbx, recording.Id, call.Stopping);
        var spoken = call.Recordings.SpeechOf(recording.Id) ?? stored?.Duration ?? TimeSpan.Zero;
        var now = call.Now();
        if (stored is null)
        {
            await call.AppendAsync(new RecordingEnded(now, recording.Id, RecordingState.Missing, null, "The PBX has no such recording."));
            return false;
        }

        var ended = new RecordingEnded(now, recording.Id, RecordingState.Stored, stored, null);
        if (spoken < call.Options.MessageMinimum)
        {
            await call.AppendAsync(ended);
            return false;
        }

        await MessageTaking.TakeVoiceAsync(call, recording.Id, ended);
        return true;
    }

    private static CallRecording? VoiceRecordingOf(CallSession call) =>
        call.Record.Recordings.FirstOrDefault(r => r is { IsVoiceMessage: true, Field: null });

    private static RecordingRequest RequestFor(CallSession call, RecordingId id) => new()
    {
        Id = id,
        Leg = call.CallerLeg,
        Source = RecordingSource.Party,
        Beep = true,
        MaxDuration = call.Options.MessageLimit,
        MaxSilence = call.Options.MessageSilence,
    };

    private static async Task WaitForEndAsync(CallSession call, CallRecording recording)
    {
        var limit = call.After(call.Options.MessageLimit + TimeSpan.FromSeconds(10));
        var settle = Deadline.Never;
        while (!await call.Recordings.IsOverForSureAsync(recording.Id))
        {
            if (call.IsOver && settle == Deadline.Never)
            {
                // The PBX closes the file when the leg ends; its report follows the leg's end.
                settle = call.After(SettleTime);
            }

            if (settle.IsDue(call.Clock) || limit.IsDue(call.Clock))
            {
                await call.Pbx.StopRecordingAsync(recording.Id, call.Stopping);
                return;
            }

            var signal = await call.Signals.NextAsync(Deadline.Earliest(limit, settle));
            if (signal is CallSignal.PbxSeen && !call.IsOver)
            {
                await call.Recordings.ResumeAsync(RequestFor(call, recording.Id));
            }
            else
            {
                call.Signals.Decline(signal);
            }
        }
    }
}
