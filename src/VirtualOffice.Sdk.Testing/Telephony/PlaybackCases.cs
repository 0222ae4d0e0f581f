using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Prompts.</summary>
internal static class PlaybackCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("Play_KnownPrompt_FinishesCompleted", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var playback = await PlayAsync(probe, leg, probe.Bench.KnownPrompt);
            await probe.HearsAsync(party, TestSound.Prompt, "after Play");
            Expect.That((await FinishedAsync(probe, leg, playback)).Completed, "A prompt that was heard to its end was reported as not completed.");
        }),

        Case("Play_SameIdTwice_IsDone", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var playback = await PlayAsync(probe, leg, probe.Bench.KnownPrompt);
            var prompt = new RecordedPrompt(probe.Bench.KnownPrompt);
            await TelephonyProbe.DoneAsync(probe.Pbx.PlayAsync(leg, playback, prompt, probe.Cancellation), "Play again with the same id");
            Expect.That((await FinishedAsync(probe, leg, playback)).Completed, "A prompt whose command was repeated was reported as not completed.");
        }),

        Case("StopPlayback_Playing_FinishesNotCompleted", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var playback = await PlayAsync(probe, leg, probe.Bench.KnownPrompt);
            await TelephonyProbe.DoneAsync(probe.Pbx.StopPlaybackAsync(playback, probe.Cancellation), "StopPlayback");
            Expect.That(!(await FinishedAsync(probe, leg, playback)).Completed, "A prompt that was stopped was reported as completed.");
            await TelephonyProbe.GoneAsync(probe.Pbx.StopPlaybackAsync(playback, probe.Cancellation), "StopPlayback of a finished one");
        }),

        Case("Play_UnknownPrompt_FinishesNotCompleted", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var playback = await PlayAsync(probe, leg, probe.Bench.UnknownPrompt);
            Expect.That(!(await FinishedAsync(probe, leg, playback)).Completed, "A prompt that does not exist was reported as completed.");
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(leg, probe.Cancellation))?.State, "The state of the leg after a prompt that does not exist");
        }),

        Case("Play_ThenMusic_IsHeard", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await FinishedAsync(probe, leg, await PlayAsync(probe, leg, probe.Bench.KnownPrompt));
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic after a prompt");
            await probe.HearsAsync(party, TestSound.Music, "after a prompt");
        }),
    ];

    private static async Task<PlaybackId> PlayAsync(TelephonyProbe probe, LegId leg, string prompt)
    {
        var playback = probe.NewPlayback();
        await TelephonyProbe.DoneAsync(probe.Pbx.PlayAsync(leg, playback, new RecordedPrompt(prompt), probe.Cancellation), "Play");
        return playback;
    }

    private static Task<PlaybackFinished> FinishedAsync(TelephonyProbe probe, LegId leg, PlaybackId playback) =>
        probe.ExpectAsync<PlaybackFinished>(e => e.Leg == leg && e.Playback == playback, "PlaybackFinished");
}
