using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.RecordingProbe;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Recordings of everything said and heard on a leg.</summary>
internal static class ConversationRecordingCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("ConversationRecording_ThroughMusicBridgeAndMove_IsWhole", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var startedAt = probe.Bench.Clock.GetTimestamp();
            var id = await StartAsync(probe, Request(probe, leg));
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic while recording");
            await probe.PassAsync(TimeSpan.FromSeconds(1));
            var other = await probe.AnsweredLegAsync(probe.Device);
            foreach (var bridge in new[] { probe.NewBridge(), probe.NewBridge() })
            {
                await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, leg, probe.Cancellation), "Join while recording");
                await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, other, probe.Cancellation), "Join of the other leg");
                await party.SpeakAsync(TimeSpan.FromSeconds(1), probe.Cancellation);
                await probe.PassAsync(TimeSpan.FromSeconds(2));
            }

            await party.HangUpAsync(probe.Cancellation);

            var finished = await FinishedAsync(probe, id);
            var elapsed = probe.Bench.Clock.GetElapsedTime(startedAt);
            Expect.Equal(leg, finished.Leg, "The leg that was recorded");
            Expect.Between(TimeSpan.FromSeconds(5) - Tolerance, elapsed + Tolerance, finished.Duration, "The duration of a recording of the whole call");
            var wav = await FetchAsync(probe, finished);
            Expect.That(wav.Data.Span.ContainsAnyExcept((byte)0), "The recording of a call with music and talk is all silence.");
            await DeleteAsync(probe, id);
        }),

        Case("ConversationRecording_Stopped_IsKeptAndTheCallGoesOn", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var request = Request(probe, leg);
            var id = await StartAsync(probe, request);
            await StartAsync(probe, request);
            await probe.PassAsync(TimeSpan.FromSeconds(1));

            await TelephonyProbe.DoneAsync(probe.Pbx.StopRecordingAsync(id, probe.Cancellation), "StopRecording");

            await FetchAsync(probe, await FinishedAsync(probe, id));
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(leg, probe.Cancellation))?.State, "The state of the leg after its recording");
            await DeleteAsync(probe, id);
        }),

        Case("ConversationRecording_Paused_HasNothingOfThePause", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var id = await StartAsync(probe, Request(probe, leg));
            await probe.PassAsync(TimeSpan.FromSeconds(1));
            await TelephonyProbe.DoneAsync(probe.Pbx.PauseRecordingAsync(id, probe.Cancellation), "PauseRecording");
            await TelephonyProbe.DoneAsync(probe.Pbx.PauseRecordingAsync(id, probe.Cancellation), "PauseRecording again");
            await probe.PassAsync(TimeSpan.FromSeconds(4));
            await TelephonyProbe.DoneAsync(probe.Pbx.ResumeRecordingAsync(id, probe.Cancellation), "ResumeRecording");
            await TelephonyProbe.DoneAsync(probe.Pbx.ResumeRecordingAsync(id, probe.Cancellation), "ResumeRecording again");
            await probe.PassAsync(TimeSpan.FromSeconds(1));

            await TelephonyProbe.DoneAsync(probe.Pbx.StopRecordingAsync(id, probe.Cancellation), "StopRecording");

            var finished = await FinishedAsync(probe, id);
            Expect.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3.5), finished.Duration, "The duration of a recording of two seconds and a pause of four");
            await FetchAsync(probe, finished);
            await TelephonyProbe.GoneAsync(probe.Pbx.PauseRecordingAsync(id, probe.Cancellation), "PauseRecording of a recording that is over");
            await DeleteAsync(probe, id);
        }),

        Case("ConversationRecording_HungUpByTheHost_IsKept", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            var id = await StartAsync(probe, Request(probe, leg));
            await probe.PassAsync(TimeSpan.FromSeconds(1));

            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(leg, LegEndCause.Normal, probe.Cancellation), "HangUp");

            await FetchAsync(probe, await FinishedAsync(probe, id));
            await DeleteAsync(probe, id);
        }),

        Case("ConversationRecording_EndsWhileTheConnectionIsDown_CanBeFetched", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var id = await StartAsync(probe, Request(probe, leg));
            await probe.PassAsync(TimeSpan.FromSeconds(1));

            await probe.InterruptAsync(async cancellationToken =>
            {
                await party.HangUpAsync(cancellationToken);
                await probe.PassAsync(TimeSpan.FromSeconds(1));
            });

            using var timeout = new CancellationTokenSource(probe.Bench.Deadline, probe.Bench.Clock);
            while (true)
            {
                await using var stream = await probe.Pbx.FetchRecordingAsync(id, probe.Cancellation);
                if (stream is not null)
                {
                    await WavFile.ReadAsync(stream, probe.Cancellation);
                    break;
                }

                Expect.That(!timeout.IsCancellationRequested, "A recording that ended while the connection was down cannot be fetched.");
                await probe.PassAsync(TimeSpan.FromMilliseconds(200));
            }

            await DeleteAsync(probe, id);
        }),
    ];

    private static RecordingRequest Request(TelephonyProbe probe, LegId leg) =>
        new() { Id = probe.NewRecording(), Leg = leg, Source = RecordingSource.Conversation };
}
