using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Keys that are pressed.</summary>
internal static class DigitCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("Digits_PressedOneAfterTheOther_AreReportedOnceInOrder", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await PressAsync(probe, party, leg, "1*0#");
        }),

        Case("Digits_WhileAPromptPlays_AreReported", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var playback = probe.NewPlayback();
            await TelephonyProbe.DoneAsync(probe.Pbx.PlayAsync(leg, playback, new RecordedPrompt(probe.Bench.KnownPrompt), probe.Cancellation), "Play");
            await PressAsync(probe, party, leg, "5");
        }),

        Case("Digits_InABridge_AreReported", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var other = await probe.AnsweredLegAsync(probe.Device);
            var bridge = probe.NewBridge();
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, leg, probe.Cancellation), "Join");
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, other, probe.Cancellation), "Join");
            await PressAsync(probe, party, leg, "7");
        }),

        Case("SendDigits_ToAnAnsweredLeg_IsDoneAndTheLegLivesOn", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.SendDigitsAsync(leg, "1*0#", probe.Cancellation), "SendDigits");
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(leg, probe.Cancellation))?.State, "The state of the leg that keys were sent to");
        }),

        Case("Play_SpokenDigits_FinishesCompleted", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var playback = probe.NewPlayback();
            await TelephonyProbe.DoneAsync(probe.Pbx.PlayAsync(leg, playback, new SpokenDigits("12"), probe.Cancellation), "Play of digits");
            await probe.HearsAsync(party, TestSound.Prompt, "while digits are read out");
            var finished = await probe.ExpectAsync<PlaybackFinished>(e => e.Leg == leg && e.Playback == playback, "PlaybackFinished");
            Expect.That(finished.Completed, "Digits that were read out to the end were reported as not completed.");
        }),

        Case("StopPlayback_SpokenDigits_FinishesNotCompleted", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var playback = probe.NewPlayback();
            await TelephonyProbe.DoneAsync(probe.Pbx.PlayAsync(leg, playback, new SpokenDigits("1234567890"), probe.Cancellation), "Play of digits");
            await probe.HearsAsync(party, TestSound.Prompt, "while digits are read out");
            await TelephonyProbe.DoneAsync(probe.Pbx.StopPlaybackAsync(playback, probe.Cancellation), "StopPlayback of digits");
            var finished = await probe.ExpectAsync<PlaybackFinished>(e => e.Leg == leg && e.Playback == playback, "PlaybackFinished");
            Expect.That(!finished.Completed, "Digits that were stopped were reported as completed.");
        }),
    ];

    private static async Task PressAsync(TelephonyProbe probe, ITestParty party, LegId leg, string digits)
    {
        foreach (var digit in digits)
        {
            var mark = probe.Mark();
            if (!await party.PressAsync(digit, probe.Cancellation))
            {
                return;
            }

            Expect.Equal(digit, (await probe.ExpectAsync<DigitPressed>(e => e.Leg == leg, $"DigitPressed of {leg}", mark)).Digit, "The key that was pressed");
        }
    }
}
