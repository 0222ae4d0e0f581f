using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Tells a caller whom nobody can serve now what comes of it, and ends the call. The outcome is decided already, also for a caller who does not listen to the end.</summary>
internal sealed class AnnouncementStage : ICallStage
{
    private static readonly TimeSpan LongestPrompt = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CallSession call)
    {
        var action = call.Record.QueueAction;
        if (action == QueueAction.Busy)
        {
            call.Refuse(RefusalReason.Overload);
            return;
        }

        await CallAnswer.EnsureAsync(call);
        await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
        var usual = action == QueueAction.Callback ? call.Options.CallbackPrompt : call.Options.AnnouncementPrompt;
        await PromptPlayer.PlayAsync(call, new RecordedPrompt(call.Record.ExitPrompt ?? usual), LongestPrompt);
        call.RequestEnd();
    }
}
