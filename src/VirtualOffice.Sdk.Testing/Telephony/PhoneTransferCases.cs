using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Transfers that are asked for at a phone, and phones that call by themselves. For benches that can.</summary>
internal static class PhoneTransferCases
{
    private const string To = "+79219990077";

    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Of("PhoneTransfer_Blind_IsReportedAndNothingElseIsDone", async (probe, bench, pbx) =>
        {
            var (caller, phone, _) = await TalkAsync(probe);

            await bench.AskForTransferAsync(To, probe.Cancellation);

            var asked = await probe.ExpectAsync<LegTransferAsked>(e => e.Leg == phone, "LegTransferAsked of the phone");
            Expect.Equal(To, asked.To, "To whom the transfer goes");
            Expect.Equal(null, asked.Other, "The other leg of a blind transfer");
            await LivesAsync(probe, caller);
            await LivesAsync(probe, phone);
            await TelephonyProbe.DoneAsync(pbx.ReportTransferAsync(phone, PhoneTransferState.Declined, probe.Cancellation), "ReportTransfer");
        }),

        Of("PhoneTransfer_Answered_IsToldToThePhoneWhichLetsGo", async (probe, bench, pbx) =>
        {
            var (caller, phone, _) = await TalkAsync(probe);
            await bench.AskForTransferAsync(To, probe.Cancellation);
            await probe.ExpectAsync<LegTransferAsked>(e => e.Leg == phone, "LegTransferAsked of the phone");

            await TelephonyProbe.DoneAsync(pbx.ReportTransferAsync(phone, PhoneTransferState.Trying, probe.Cancellation), "ReportTransfer");
            Expect.That(await bench.IsToldAsync(PhoneTransferState.Trying, probe.Cancellation), "The phone is not told that it is tried.");
            await TelephonyProbe.DoneAsync(pbx.ReportTransferAsync(phone, PhoneTransferState.Answered, probe.Cancellation), "ReportTransfer");

            Expect.That(await bench.IsToldAsync(PhoneTransferState.Answered, probe.Cancellation), "The phone is not told that it was answered.");
            await probe.EndOfAsync(phone);
            await LivesAsync(probe, caller);
        }),

        Of("PhoneTransfer_Declined_IsToldToThePhoneWhichKeepsTheCall", (probe, bench, pbx) => KeepsAsync(probe, bench, pbx, PhoneTransferState.Declined)),

        Of("PhoneTransfer_Unavailable_IsToldToThePhoneWhichKeepsTheCall", (probe, bench, pbx) => KeepsAsync(probe, bench, pbx, PhoneTransferState.Unavailable)),

        Of("PhoneTransfer_NotAskedFor_CannotBeReported", async (probe, _, pbx) =>
        {
            var (_, phone, _) = await TalkAsync(probe);

            await TelephonyProbe.GoneAsync(pbx.ReportTransferAsync(phone, PhoneTransferState.Answered, probe.Cancellation), "ReportTransfer of a phone that asked for none");
            await TelephonyProbe.GoneAsync(pbx.ReportTransferAsync(probe.NewLeg(), PhoneTransferState.Answered, probe.Cancellation), "ReportTransfer of no leg");
        }),

        Of("PhoneCalls_Number_IsOfferedWithTheDeviceAlsoInASnapshot", async (probe, bench, _) =>
        {
            var mark = probe.Mark();
            var party = await bench.CallFromDeviceAsync(To, probe.Cancellation);

            var offer = await OfferOfPhoneAsync(probe, mark);

            Expect.Equal(To, offer.Dialled, "What was dialled at the phone");
            var snapshot = await probe.Pbx.SnapshotAsync(probe.Cancellation);
            Expect.Equal(offer, snapshot.Legs.FirstOrDefault(l => l.Leg == offer.Leg)?.Offer, "The offer in a snapshot");
            Expect.Equal(probe.Bench.Device, (await probe.Pbx.FindLegAsync(offer.Leg, probe.Cancellation))?.Offer?.Device, "The device of a leg that is looked up");
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(offer.Leg, LegEndCause.Rejected, probe.Cancellation), "HangUp");
            await probe.EndOfAsync(offer.Leg);
            Expect.That(await GoesAsync(probe, party), "The phone's own call is not over for the phone.");
        }),

        Of("PhoneTransfer_Attended_IsReportedWithTheOtherLeg", async (probe, bench, pbx) =>
        {
            var (caller, phone, _) = await TalkAsync(probe);
            var mark = probe.Mark();
            var second = await bench.CallFromDeviceAsync(To, probe.Cancellation);
            var line = (await OfferOfPhoneAsync(probe, mark)).Leg;
            var other = probe.NewBridge();
            await TelephonyProbe.DoneAsync(probe.Pbx.AnswerAsync(line, probe.Cancellation), "Answer");
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(other, line, probe.Cancellation), "Join");

            await bench.AskForTransferAsync(second, probe.Cancellation);

            var asked = await probe.ExpectAsync<LegTransferAsked>(e => e.Leg == phone, "LegTransferAsked of the phone");
            Expect.Equal(line, asked.Other, "The other leg of an attended transfer");
            await LivesAsync(probe, caller);
            await LivesAsync(probe, line);
            await TelephonyProbe.DoneAsync(pbx.ReportTransferAsync(phone, PhoneTransferState.Answered, probe.Cancellation), "ReportTransfer");
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(phone, LegEndCause.Normal, probe.Cancellation).AsDone(), "HangUp");
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(line, LegEndCause.Normal, probe.Cancellation).AsDone(), "HangUp");
            await probe.EndOfAsync(phone);
            await probe.EndOfAsync(line);
            await LivesAsync(probe, caller);
        }),
    ];

    private static ConformanceCase<ITelephonyTestBench> Of(string name, Func<TelephonyProbe, IPhoneTransferBench, IPhoneTransfers, Task> run) => Case(name, probe =>
    {
        if (probe.Bench is not IPhoneTransferBench bench)
        {
            return Task.CompletedTask;
        }

        Expect.That(probe.Pbx is IPhoneTransfers, "The bench has phones that ask for transfers, and the provider does not implement IPhoneTransfers.");
        return run(probe, bench, (IPhoneTransfers)probe.Pbx);
    });

    // Either side may be the first to hang up.
    private static async Task<CommandResult> AsDone(this Task<CommandResult> command)
    {
        await command;
        return CommandResult.Done;
    }

    private static async Task<(LegId Caller, LegId Phone, BridgeId Bridge)> TalkAsync(TelephonyProbe probe)
    {
        var (_, caller) = await probe.AnsweredCallAsync();
        var phone = await probe.AnsweredLegAsync(probe.Device);
        var bridge = probe.NewBridge();
        await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, caller, probe.Cancellation), "Join");
        await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, phone, probe.Cancellation), "Join");
        return (caller, phone, bridge);
    }

    private static Task<LegOffered> OfferOfPhoneAsync(TelephonyProbe probe, int mark) =>
        probe.ExpectAsync<LegOffered>(o => o.Device == probe.Bench.Device, "LegOffered of the device's own call", mark);

    private static async Task KeepsAsync(TelephonyProbe probe, IPhoneTransferBench bench, IPhoneTransfers pbx, PhoneTransferState state)
    {
        var (caller, phone, _) = await TalkAsync(probe);
        await bench.AskForTransferAsync(To, probe.Cancellation);
        await probe.ExpectAsync<LegTransferAsked>(e => e.Leg == phone, "LegTransferAsked of the phone");

        await TelephonyProbe.DoneAsync(pbx.ReportTransferAsync(phone, state, probe.Cancellation), "ReportTransfer");

        Expect.That(await bench.IsToldAsync(state, probe.Cancellation), $"The phone is not told {state}.");
        await probe.PassAsync(TimeSpan.FromSeconds(1));
        await LivesAsync(probe, phone);
        await LivesAsync(probe, caller);
    }

    private static async Task LivesAsync(TelephonyProbe probe, LegId leg) =>
        Expect.NotNull(await probe.Pbx.FindLegAsync(leg, probe.Cancellation), $"Leg {leg} is gone; nothing was to be done with it.");

    private static async Task<bool> GoesAsync(TelephonyProbe probe, ITestParty party)
    {
        for (var look = 0; look < 100 && !party.IsGone; look++)
        {
            await probe.PassAsync(TimeSpan.FromMilliseconds(50));
        }

        return party.IsGone;
    }
}
