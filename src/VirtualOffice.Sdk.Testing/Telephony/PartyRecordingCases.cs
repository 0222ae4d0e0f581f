using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.RecordingProbe;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Recordings of what a party says.</summary>
internal static class PartyRecordingCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("PartyRecording_MaxDuration_EndsIt", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var limit = TimeSpan.FromSeconds(3);
            var id = await StartAsync(probe, new RecordingRequest { Id = probe.NewRecording(), Leg = leg, Source = RecordingSource.Party, Beep = true, MaxDuration = limit });
            await party.SpeakAsync(TimeSpan.FromSeconds(10), probe.Cancellation);

            var finished = await FinishedAsync(probe, id);

            Expect.Equal(leg, finished.Leg, "The leg that was recorded");
            Expect.Between(limit - Tolerance, limit + Tolerance, finished.Duration, "The duration of a recording that was limited");
            await FetchAsync(probe, finished);
            await DeleteAsync(probe, id);
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(leg, probe.Cancellation))?.State, "The state of the leg after its recording");
        }),

        Case("PartyRecording_Silence_EndsIt", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var id = await StartAsync(probe, new RecordingRequest
            {
                Id = probe.NewRecording(),
                Leg = leg,
                Source = RecordingSource.Party,
                Beep = true,
                MaxDuration = probe.Bench.Deadline,
                MaxSilence = TimeSpan.FromSeconds(2),
            });
            var speaks = await party.SpeakAsync(TimeSpan.FromSeconds(2), probe.Cancellation);

            var finished = await FinishedAsync(probe, id);

            Expect.That(!speaks || finished.Speech is null || finished.Speech > TimeSpan.Zero, "The party spoke, and no speech was measured.");
            Expect.That(finished.Speech is null || finished.Speech <= finished.Duration + Tolerance, "More speech was measured than was recorded.");
            await FetchAsync(probe, finished);
            await DeleteAsync(probe, id);
        }),

        Case("PartyRecording_LegHangsUp_IsKept", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var id = await StartAsync(probe, new RecordingRequest { Id = probe.NewRecording(), Leg = leg, Source = RecordingSource.Party });
            await party.SpeakAsync(TimeSpan.FromSeconds(10), probe.Cancellation);
            var startedAt = probe.Bench.Clock.GetTimestamp();
            await probe.PassAsync(TimeSpan.FromSeconds(3));

            await party.HangUpAsync(probe.Cancellation);

            var finished = await FinishedAsync(probe, id);
            Expect.Between(TimeSpan.FromSeconds(3) - Tolerance, probe.Bench.Clock.GetElapsedTime(startedAt) + Tolerance, finished.Duration, "The duration of a recording whose leg hung up");
            await probe.EndOfAsync(leg);
            await FetchAsync(probe, finished);
            await DeleteAsync(probe, id);
        }),

        Case("PartyRecording_LookedUp_IsFoundLiveThenFinishedThenGone", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var id = probe.NewRecording();
            Expect.That(await probe.Pbx.FindRecordingAsync(id, probe.Cancellation) is null, "A recording was found that was never started.");
            await StartAsync(probe, new RecordingRequest { Id = id, Leg = leg, Source = RecordingSource.Party, Beep = true });
            await probe.PassAsync(TimeSpan.FromSeconds(1));
            Expect.That(await probe.Pbx.FindRecordingAsync(id, probe.Cancellation) is { IsLive: true }, "A recording that is being made was not found live.");

            await TelephonyProbe.DoneAsync(probe.Pbx.StopRecordingAsync(id, probe.Cancellation), "StopRecording");
            await FinishedAsync(probe, id);
            Expect.Equal(new RecordingSnapshot(id, IsLive: false), await probe.Pbx.FindRecordingAsync(id, probe.Cancellation), "A finished recording that is looked up");

            await DeleteAsync(probe, id);
            Expect.That(await probe.Pbx.FindRecordingAsync(id, probe.Cancellation) is null, "A recording was found that was deleted.");
        }),

        Case("PartyRecording_Stopped_IsKept", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var request = new RecordingRequest { Id = probe.NewRecording(), Leg = leg, Source = RecordingSource.Party };
            var id = await StartAsync(probe, request);
            await StartAsync(probe, request);
            await probe.PassAsync(TimeSpan.FromSeconds(1));

            await TelephonyProbe.DoneAsync(probe.Pbx.StopRecordingAsync(id, probe.Cancellation), "StopRecording");

            await FetchAsync(probe, await FinishedAsync(probe, id));
            await TelephonyProbe.GoneAsync(probe.Pbx.StopRecordingAsync(id, probe.Cancellation), "StopRecording of a finished one");
            await DeleteAsync(probe, id);
        }),
    ];
}
