using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Legs that are dialled.</summary>
internal static class DialCases
{
    private static readonly TimeSpan ShortRing = TimeSpan.FromSeconds(0.5);

    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        .. For("Device", probe => probe.Device),
        .. For("Number", probe => probe.Number),

        Case("Dial_PhoneThatHangsUp_EndsTheLeg", async probe =>
        {
            var request = await probe.DialAsync(probe.Device, new TestPhone(TestPhoneReaction.Answer, ShortRing, Talks: TimeSpan.FromSeconds(1)));
            await probe.ExpectAsync<LegAnswered>(e => e.Leg == request.Leg, "LegAnswered");
            Expect.Equal(LegEndCause.Normal, (await probe.EndOfAsync(request.Leg)).Cause, "The cause of a phone that hung up");
            await probe.NoLegAsync(request.Leg);
        }),

        Case("Dial_Leg_IsFoundWithItsTag", async probe =>
        {
            var leg = await probe.AnsweredLegAsync(probe.Number);
            var found = Expect.NotNull(await probe.Pbx.FindLegAsync(leg, probe.Cancellation), "A dialled leg is not found.");
            Expect.Equal(LegState.Up, found.State, "The state of an answered leg");
            Expect.Equal(probe.Request(probe.Number).Tag, found.Tag, "The tag of a dialled leg");
            Expect.Equal(null, found.Offer, "The offer of a dialled leg");
        }),

        Case("Dial_SameIdTwice_HasOneEffect", async probe =>
        {
            var request = await probe.DialAsync(probe.Device, new TestPhone(TestPhoneReaction.Answer, ShortRing));
            await TelephonyProbe.DoneAsync(probe.Pbx.DialAsync(request, probe.Cancellation), "Dial again while it is dialled");
            await probe.ExpectAsync<LegAnswered>(e => e.Leg == request.Leg, "LegAnswered");
            await TelephonyProbe.DoneAsync(probe.Pbx.DialAsync(request, probe.Cancellation), "Dial again while it is up");
            await probe.PassAsync(TimeSpan.FromSeconds(1));

            Expect.That(!probe.Has<LegEnded>(e => e.Leg == request.Leg), "Dialling the same id again ended the leg.");
            Expect.That(await probe.Bench.CountCallsAsync(probe.Device, probe.Cancellation) is null or 1, "Dialling the same id again made a second call.");
        }),

        Case("HangUp_RingingLeg_EndsIt", async probe =>
        {
            var request = await probe.DialAsync(probe.Device, new TestPhone(TestPhoneReaction.Ignore));
            await probe.ExpectAsync<LegRinging>(e => e.Leg == request.Leg, "LegRinging");
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(request.Leg, LegEndCause.Normal, probe.Cancellation), "HangUp");
            await probe.EndOfAsync(request.Leg);
            await probe.NoLegAsync(request.Leg);
        }),

        Case("HangUp_LegBeingCreated_LeavesNothing", async probe =>
        {
            await probe.Bench.SetPhoneAsync(probe.Device, new TestPhone(TestPhoneReaction.Answer), probe.Cancellation);
            for (var round = 0; round < 5; round++)
            {
                var request = probe.Request(probe.Device);
                var dial = probe.Pbx.DialAsync(request, probe.Cancellation);
                var hangUp = probe.Pbx.HangUpAsync(request.Leg, LegEndCause.Normal, probe.Cancellation);
                await dial;
                await TelephonyProbe.DoneAsync(hangUp, "HangUp of a leg whose dialling is under way");
                await probe.EndOfAsync(request.Leg);
                await probe.NoLegAsync(request.Leg);
            }

            var snapshot = await probe.InterruptAsync(_ => Task.CompletedTask);
            Expect.Sequence([], snapshot.Legs.Select(leg => leg.Leg), "The legs after all were hung up while they were made");
        }),

        Case("HangUp_LegBeingCreatedAMomentAgo_LeavesNothing", async probe =>
        {
            await probe.Bench.SetPhoneAsync(probe.Device, new TestPhone(TestPhoneReaction.Answer), probe.Cancellation);
            for (var milliseconds = 1; milliseconds <= 256; milliseconds *= 2)
            {
                var request = probe.Request(probe.Device);
                var dial = probe.Pbx.DialAsync(request, probe.Cancellation);
                await probe.PassAsync(TimeSpan.FromMilliseconds(milliseconds));
                var hangUp = probe.Pbx.HangUpAsync(request.Leg, LegEndCause.Normal, probe.Cancellation);
                await dial;
                await TelephonyProbe.DoneAsync(hangUp, $"HangUp {milliseconds} ms after Dial");
                await probe.EndOfAsync(request.Leg);
                await probe.NoLegAsync(request.Leg);
            }
        }),
    ];

    private static IEnumerable<ConformanceCase<ITelephonyTestBench>> For(string kind, Func<TelephonyProbe, DialTarget> target) =>
    [
        Case($"Dial{kind}_Answers_RingsAndIsAnswered", async probe =>
        {
            var request = await probe.DialAsync(target(probe), new TestPhone(TestPhoneReaction.Answer, TimeSpan.FromSeconds(1)));
            var answered = await probe.ExpectAsync<LegAnswered>(e => e.Leg == request.Leg, "LegAnswered");
            Expect.Equal(request.Leg, answered.Leg, "The leg");
            Expect.That(probe.Has<LegRinging>(e => e.Leg == request.Leg), "The phone rang, and LegRinging did not come before LegAnswered.");
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(request.Leg, probe.Cancellation))?.State, "The state of an answered leg");
        }),
        Ends(kind, target, "Busy", new TestPhone(TestPhoneReaction.Busy), LegEndCause.Busy),
        Ends(kind, target, "Rejects", new TestPhone(TestPhoneReaction.Reject, ShortRing), LegEndCause.Rejected),
        Ends(kind, target, "Unreachable", new TestPhone(TestPhoneReaction.Unreachable), LegEndCause.Unreachable),
        Ends(kind, target, "NeverAnswers", new TestPhone(TestPhoneReaction.Ignore), LegEndCause.NoAnswer, TimeSpan.FromSeconds(5)),
    ];

    private static ConformanceCase<ITelephonyTestBench> Ends(
        string kind, Func<TelephonyProbe, DialTarget> target, string what, TestPhone phone, LegEndCause cause, TimeSpan? ringTime = null) =>
        Case($"Dial{kind}_{what}_EndsWith{cause}", async probe =>
        {
            var request = await probe.DialAsync(target(probe), phone, ringTime);
            Expect.Equal(cause, (await probe.EndOfAsync(request.Leg)).Cause, "The cause");
            Expect.That(!probe.Has<LegAnswered>(e => e.Leg == request.Leg), "A leg that was not answered was reported as answered.");
            await probe.NoLegAsync(request.Leg);
        });
}
