using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Connecting, losing the connection, and finding everything again.</summary>
internal static class ConnectCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("Connect_FirstEvent_IsTheSnapshot", probe =>
        {
            Expect.That(probe.BeganWithSnapshot, "The first event is not PbxConnected.");
            Expect.That(probe.FirstSnapshot.Incarnation.Length > 0, "The snapshot has no incarnation.");
            return Task.CompletedTask;
        }),

        new("Connect_Cancelled_Ends", async (bench, cancellationToken) =>
        {
            using var stop = new CancellationTokenSource();
            var log = new EventLog(bench.Clock, bench.Deadline);
            var reading = log.ReadAsync(bench.Provider, stop.Token);
            await log.WaitAsync<PbxConnected>(_ => true, "the snapshot of the first connect", 0, cancellationToken);
            stop.Cancel();
            using var timeout = new CancellationTokenSource(bench.Deadline, bench.Clock);
            while (!reading.IsCompleted)
            {
                Expect.That(!timeout.IsCancellationRequested, "ConnectAsync was cancelled and did not end.");
                await Task.Delay(TimeSpan.FromMilliseconds(50), bench.Clock, cancellationToken);
            }

            await reading;
        }),

        Case("Interrupted_Connection_IsReportedAndComesBackWithTheSameIncarnation", async probe =>
        {
            var snapshot = await probe.InterruptAsync(_ => Task.CompletedTask);
            Expect.Equal(probe.FirstSnapshot.Incarnation, snapshot.Incarnation, "The incarnation after a reconnect");
        }),

        Case(
            "Interrupted_LivingLegsAndBridges_AreInTheSnapshotWithStateTagAndOffer",
            probe => SeesLegsAndBridgesAsync(probe, () => probe.InterruptAsync(_ => Task.CompletedTask))),

        Case(
            "Snapshot_LivingLegsAndBridges_AreInItWithStateTagAndOffer",
            probe => SeesLegsAndBridgesAsync(probe, () => probe.Pbx.SnapshotAsync(probe.Cancellation))),

        Case("Snapshot_EndedLeg_IsNotInItAndTheIncarnationIsTheConnections", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await party.HangUpAsync(probe.Cancellation);
            await probe.EndOfAsync(leg);

            var snapshot = await probe.Pbx.SnapshotAsync(probe.Cancellation);

            Expect.Equal(probe.FirstSnapshot.Incarnation, snapshot.Incarnation, "The incarnation");
            Expect.That(snapshot.Legs.All(l => l.Leg != leg), $"Leg {leg} has ended and is in the snapshot.");
        }),

        Case("Interrupted_LegThatEndedMeanwhile_IsNotInTheSnapshot", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var (_, other) = await probe.AnsweredCallAsync();

            var snapshot = await probe.InterruptAsync(async cancellationToken =>
            {
                await party.HangUpAsync(cancellationToken);
                await probe.PassAsync(TimeSpan.FromSeconds(1));
            });

            Expect.That(snapshot.Legs.All(l => l.Leg != leg), "A leg that ended while the connection was down is in the snapshot.");
            Leg(snapshot, other);
            await probe.NoLegAsync(leg);
            await TelephonyProbe.GoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic for a leg that ended while the connection was down");
        }),

        Case("Interrupted_CallMeanwhile_IsOfferedAfterwards", async probe =>
        {
            var mark = probe.Mark();
            ITestParty? party = null;
            var snapshot = await probe.InterruptAsync(async cancellationToken =>
                party = await probe.Bench.PlaceCallAsync(probe.Bench.DialledNumber, "+79217654321", null, cancellationToken));

            var offer = snapshot.Legs.Select(leg => leg.Offer).FirstOrDefault(o => o?.Caller.Text.EndsWith("9217654321", StringComparison.Ordinal) == true)
                ?? await probe.ExpectAsync<LegOffered>(o => o.Caller.Text.EndsWith("9217654321", StringComparison.Ordinal), "the offer of a call placed while the connection was down, in the snapshot or after it", mark);
            Expect.Equal(probe.Bench.DialledNumber, offer.Dialled, "The dialled number");
            await TelephonyProbe.DoneAsync(probe.Pbx.AnswerAsync(offer.Leg, probe.Cancellation), "Answer");
            await party!.HangUpAsync(probe.Cancellation);
            await probe.EndOfAsync(offer.Leg);
        }),

        Case("Interrupted_EventsAfterwards_ComeAgain", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await probe.InterruptAsync(_ => Task.CompletedTask);

            await party.HangUpAsync(probe.Cancellation);

            await probe.EndOfAsync(leg);
        }),
    ];

    private static LegSnapshot Leg(PbxSnapshot snapshot, LegId leg) =>
        Expect.NotNull(snapshot.Legs.FirstOrDefault(l => l.Leg == leg), $"Leg {leg} lives and is not in the snapshot.");

    private static async Task SeesLegsAndBridgesAsync(TelephonyProbe probe, Func<Task<PbxSnapshot>> look)
    {
        var (_, answered) = await probe.AnsweredCallAsync();
        var (_, waiting) = await probe.OfferedCallAsync(callerNumber: "+79217654321");
        var dialled = await probe.AnsweredLegAsync(probe.Device);
        var bridge = probe.NewBridge();
        await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, answered, probe.Cancellation), "Join");
        await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, dialled, probe.Cancellation), "Join");

        var snapshot = await look();

        var first = Leg(snapshot, answered);
        Expect.Equal(LegState.Up, first.State, "The state of an answered call");
        Expect.Equal(probe.Bench.DialledNumber, first.Offer?.Dialled, "The dialled number of an answered call");
        Expect.Equal(null, first.Tag, "The tag of an incoming leg");
        var second = Leg(snapshot, waiting.Leg);
        Expect.That(second.State != LegState.Up, "A call that was not answered is up in the snapshot.");
        Expect.Equal(waiting, second.Offer, "The offer of a waiting call");
        var third = Leg(snapshot, dialled);
        Expect.Equal(LegState.Up, third.State, "The state of an answered phone");
        Expect.Equal(LegRole.Operator, third.Tag?.Role, "The role in the tag of a dialled leg");
        Expect.Equal(probe.Request(probe.Device).Tag.Call, third.Tag!.Call, "The call in the tag of a dialled leg");
        Expect.Equal(null, third.Offer, "The offer of a dialled leg");
        Expect.That(snapshot.Bridges.Contains(bridge), $"Bridge {bridge} is not in the snapshot.");
    }
}
