using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Calls that come in.</summary>
internal static class IncomingCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("Call_Placed_IsOfferedWithDialledNumberAndCaller", async probe =>
        {
            var (_, offer) = await probe.OfferedCallAsync("+79211234567", "Anna");
            Expect.Equal(probe.Bench.DialledNumber, offer.Dialled, "The dialled number");
            Expect.Equal("+79211234567", offer.Caller.Number?.ToString(), "The caller's number");
            Expect.Equal("Anna", offer.Caller.Name, "The caller's name");
            Expect.Equal(probe.Pbx.Name, offer.Leg.Pbx, "The PBX in the leg's id");
            var found = Expect.NotNull(await probe.Pbx.FindLegAsync(offer.Leg, probe.Cancellation), "An offered leg is not found.");
            Expect.That(found.State != LegState.Up, "An offered leg is up before it was answered.");
            Expect.Equal(offer, found.Offer, "The offer of the leg that is found");
        }),

        Case("Call_OddCallerId_IsCleaned", async probe =>
        {
            var (_, offer) = await probe.OfferedCallAsync("+79211234567", "Ann\u202Ea  <b>" + new string('x', 100));
            var again = CallerId.Clean(offer.Caller.Text, offer.Caller.Name);
            Expect.Equal(again.Text, offer.Caller.Text, "The caller's number, cleaned once more");
            Expect.Equal(again.Name, offer.Caller.Name, "The caller's name, cleaned once more");
        }),

        Case("Call_CallerWithheld_HasNoNumber", async probe =>
        {
            var (_, offer) = await probe.OfferedCallAsync(null, null);
            Expect.That(offer.Caller.IsWithheld, $"The caller is withheld, and the offer says {offer.Caller}.");
        }),

        Case("Ring_BeforeAnswer_IsHeard", async probe =>
        {
            var (party, offer) = await probe.OfferedCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.RingAsync(offer.Leg, probe.Cancellation), "Ring");
            await TelephonyProbe.DoneAsync(probe.Pbx.RingAsync(offer.Leg, probe.Cancellation), "Ring again");
            await probe.HearsAsync(party, TestSound.Ringing, "before the answer");
        }),

        Case("Ring_AfterAnswer_IsHeard", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.RingAsync(leg, probe.Cancellation), "Ring");
            await probe.HearsAsync(party, TestSound.Ringing, "after the answer");
        }),

        Case("Answer_OfferedCall_IsUpAndMayBeRepeated", async probe =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.AnswerAsync(leg, probe.Cancellation), "Answer again");
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(leg, probe.Cancellation))?.State, "The state of an answered leg");
        }),

        Case("CallerHangsUp_BeforeAnswer_EndsTheLeg", async probe =>
        {
            var (party, offer) = await probe.OfferedCallAsync();
            await party.HangUpAsync(probe.Cancellation);
            await EndedAsync(probe, offer.Leg);
        }),

        Case("CallerHangsUp_WhileRinging_EndsTheLeg", async probe =>
        {
            var (party, offer) = await probe.OfferedCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.RingAsync(offer.Leg, probe.Cancellation), "Ring");
            await party.HangUpAsync(probe.Cancellation);
            await EndedAsync(probe, offer.Leg);
        }),

        Case("CallerHangsUp_DuringMusic_EndsTheLeg", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic");
            await party.HangUpAsync(probe.Cancellation);
            await EndedAsync(probe, leg);
        }),

        Case("CallerHangsUp_DuringPrompt_EndsTheLeg", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.PlayAsync(leg, probe.NewPlayback(), new RecordedPrompt(probe.Bench.KnownPrompt), probe.Cancellation), "Play");
            await party.HangUpAsync(probe.Cancellation);
            await EndedAsync(probe, leg);
        }),

        Case("CallerHangsUp_InBridge_EndsOnlyTheCallersLeg", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            var other = await probe.AnsweredLegAsync(probe.Device);
            var bridge = probe.NewBridge();
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, leg, probe.Cancellation), "Join");
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, other, probe.Cancellation), "Join");

            await party.HangUpAsync(probe.Cancellation);

            await EndedAsync(probe, leg);
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(other, probe.Cancellation))?.State, "The state of the leg that stays in the bridge");
        }),

        Case("HangUp_OfferedCall_EndsItForTheCaller", async probe =>
        {
            var (party, offer) = await probe.OfferedCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(offer.Leg, LegEndCause.Busy, probe.Cancellation), "HangUp");
            await EndedAsync(probe, offer.Leg);
            await GoneForCallerAsync(probe, party);
        }),

        Case("HangUp_AnsweredCall_EndsItForTheCaller", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(leg, LegEndCause.Normal, probe.Cancellation), "HangUp");
            await EndedAsync(probe, leg);
            await GoneForCallerAsync(probe, party);
        }),
    ];

    private static async Task EndedAsync(TelephonyProbe probe, LegId leg)
    {
        await probe.EndOfAsync(leg);
        await probe.NoLegAsync(leg);
    }

    private static async Task GoneForCallerAsync(TelephonyProbe probe, ITestParty party)
    {
        using var timeout = new CancellationTokenSource(probe.Bench.Deadline, probe.Bench.Clock);
        while (!party.IsGone)
        {
            Expect.That(!timeout.IsCancellationRequested, "The leg was hung up, and the caller still has the call.");
            await probe.PassAsync(TimeSpan.FromMilliseconds(50));
        }
    }
}
