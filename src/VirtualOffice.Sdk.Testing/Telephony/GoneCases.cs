using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Commands for what is gone, or never was.</summary>
internal static class GoneCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("Command_LegThatHasEnded_IsGone", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await party.HangUpAsync(probe.Cancellation);
            await probe.EndOfAsync(leg);
            await AllGoneAsync(probe, leg);
        }),

        Case("Command_LegThatNeverWas_IsGone", probe => AllGoneAsync(probe, probe.NewLeg())),

        Case("Command_OtherThingsThatNeverWere_AreGone", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var (bridge, recording) = (probe.NewBridge(), probe.NewRecording());
            await TelephonyProbe.GoneAsync(probe.Pbx.StopPlaybackAsync(probe.NewPlayback(), probe.Cancellation), "StopPlayback of one that never was");
            await TelephonyProbe.GoneAsync(probe.Pbx.LeaveAsync(bridge, leg, probe.Cancellation), "Leave of a bridge that never was");
            await TelephonyProbe.GoneAsync(probe.Pbx.DestroyBridgeAsync(bridge, probe.Cancellation), "DestroyBridge of one that never was");
            await TelephonyProbe.GoneAsync(probe.Pbx.PauseRecordingAsync(recording, probe.Cancellation), "PauseRecording of one that never was");
            await TelephonyProbe.GoneAsync(probe.Pbx.ResumeRecordingAsync(recording, probe.Cancellation), "ResumeRecording of one that never was");
            await TelephonyProbe.GoneAsync(probe.Pbx.StopRecordingAsync(recording, probe.Cancellation), "StopRecording of one that never was");
            await TelephonyProbe.GoneAsync(probe.Pbx.DeleteRecordingAsync(recording, probe.Cancellation), "DeleteRecording of one that never was");
            Expect.That(await probe.Pbx.FetchRecordingAsync(recording, probe.Cancellation) is null, "A recording that never was can be fetched.");
        }),
    ];

    private static async Task AllGoneAsync(TelephonyProbe probe, LegId leg)
    {
        var (pbx, cancellation) = (probe.Pbx, probe.Cancellation);
        await probe.NoLegAsync(leg);
        await TelephonyProbe.GoneAsync(pbx.RingAsync(leg, cancellation), "Ring");
        await TelephonyProbe.GoneAsync(pbx.AnswerAsync(leg, cancellation), "Answer");
        await TelephonyProbe.GoneAsync(pbx.PlayAsync(leg, probe.NewPlayback(), new RecordedPrompt(probe.Bench.KnownPrompt), cancellation), "Play");
        await TelephonyProbe.GoneAsync(pbx.StartMusicAsync(leg, cancellation), "StartMusic");
        await TelephonyProbe.GoneAsync(pbx.StopMusicAsync(leg, cancellation), "StopMusic");
        await TelephonyProbe.GoneAsync(pbx.MuteAsync(leg, cancellation), "Mute");
        await TelephonyProbe.GoneAsync(pbx.UnmuteAsync(leg, cancellation), "Unmute");
        await TelephonyProbe.GoneAsync(pbx.SendDigitsAsync(leg, "1", cancellation), "SendDigits");
        await TelephonyProbe.GoneAsync(pbx.JoinAsync(probe.NewBridge(), leg, cancellation), "Join");
        foreach (var source in new[] { RecordingSource.Party, RecordingSource.Conversation })
        {
            var request = new RecordingRequest { Id = probe.NewRecording(), Leg = leg, Source = source };
            await TelephonyProbe.GoneAsync(pbx.StartRecordingAsync(request, cancellation), $"StartRecording of {source}");
        }

        await TelephonyProbe.GoneAsync(pbx.HangUpAsync(leg, LegEndCause.Normal, cancellation), "HangUp");
    }
}
