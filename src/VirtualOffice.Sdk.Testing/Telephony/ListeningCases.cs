using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Legs that listen in on others. For providers that can.</summary>
internal static class ListeningCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Of("ListenIn_Silently_HearsTheTargetAndIsNotHeard", async (probe, pbx) =>
        {
            // The phones speak all the time, and so the listener hears one and the caller would hear the other.
            var (ear, listener) = await probe.AnsweredCallAsync();
            var target = await probe.AnsweredLegAsync(probe.Number);
            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(listener, target, whispers: false, probe.Cancellation), "ListenIn");
            await probe.HearsAsync(ear, TestSound.Party, "who listens to a party that speaks");

            var (caller, callersLeg) = await probe.AnsweredCallAsync();
            var phone = await probe.AnsweredLegAsync(probe.Device);
            await AloneAsync(probe, callersLeg);
            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, callersLeg, whispers: false, probe.Cancellation), "ListenIn");
            await probe.HearsAsync(caller, TestSound.Silence, "to whom somebody listens silently");
        }),

        Of("ListenIn_Whispering_IsHeardByTheTargetUntilItWhispersNoLonger", async (probe, pbx) =>
        {
            // With somebody in its bridge who says nothing: a PBX may mix a whisper only into what a party is sent anyway.
            var (caller, target) = await probe.AnsweredCallAsync();
            var (_, other) = await probe.AnsweredCallAsync();
            var phone = await probe.AnsweredLegAsync(probe.Device);
            var bridge = await AloneAsync(probe, target);
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, other, probe.Cancellation), "Join");
            if (await caller.WaitUntilHearsAsync(TestSound.Silence, probe.Cancellation) == false)
            {
                // On a bench where a party is heard that says nothing.
                await TelephonyProbe.DoneAsync(probe.Pbx.MuteAsync(other, probe.Cancellation), "Mute");
            }

            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, target, whispers: true, probe.Cancellation), "ListenIn");
            await probe.HearsAsync(caller, TestSound.Party, "to whom somebody whispers");

            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, target, whispers: false, probe.Cancellation), "ListenIn");
            await probe.HearsAsync(caller, TestSound.Silence, "to whom nobody whispers any more");

            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, target, whispers: true, probe.Cancellation), "ListenIn");
            await probe.HearsAsync(caller, TestSound.Party, "to whom somebody whispers again");
            await TelephonyProbe.DoneAsync(pbx.StopListeningInAsync(phone, probe.Cancellation), "StopListeningIn");
            await probe.HearsAsync(caller, TestSound.Silence, "to whom nobody listens any more");
        }),

        Of("ListenIn_Whispering_OthersInTheTargetsBridgeDoNotHearIt", async (probe, pbx) =>
        {
            var (other, othersLeg) = await probe.AnsweredCallAsync();
            var (_, target) = await probe.AnsweredCallAsync();
            var phone = await probe.AnsweredLegAsync(probe.Device);
            var bridge = await AloneAsync(probe, othersLeg);
            await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, target, probe.Cancellation), "Join");

            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, target, whispers: true, probe.Cancellation), "ListenIn");

            // The target itself is silent, so that whatever is heard here is the listener.
            await TelephonyProbe.DoneAsync(probe.Pbx.MuteAsync(target, probe.Cancellation), "Mute");
            await probe.HearsAsync(other, TestSound.Silence, "while somebody whispers to the other party");
        }),

        Of("ListenIn_EitherLegEnds_TheOtherLivesOn", async (probe, pbx) =>
        {
            var (party, target) = await probe.AnsweredCallAsync();
            var phone = await probe.AnsweredLegAsync(probe.Device);
            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, target, whispers: false, probe.Cancellation), "ListenIn");
            await party.HangUpAsync(probe.Cancellation);
            await probe.EndOfAsync(target);
            await probe.PassAsync(TimeSpan.FromSeconds(1));
            Expect.NotNull(await probe.Pbx.FindLegAsync(phone, probe.Cancellation), "The leg that listened is gone with the one it listened to.");

            var (_, next) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(pbx.ListenInAsync(phone, next, whispers: true, probe.Cancellation), "ListenIn to another leg");
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(phone, LegEndCause.Normal, probe.Cancellation), "HangUp");
            await probe.EndOfAsync(phone);
            await probe.PassAsync(TimeSpan.FromSeconds(1));
            Expect.NotNull(await probe.Pbx.FindLegAsync(next, probe.Cancellation), "The leg listened to is gone with the one that listened.");
        }),

        Of("ListenIn_NoSuchLeg_IsGone", async (probe, pbx) =>
        {
            var (_, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.GoneAsync(pbx.ListenInAsync(probe.NewLeg(), leg, whispers: false, probe.Cancellation), "ListenIn of no leg");
            await TelephonyProbe.GoneAsync(pbx.ListenInAsync(leg, probe.NewLeg(), whispers: false, probe.Cancellation), "ListenIn to no leg");
            await TelephonyProbe.DoneAsync(pbx.StopListeningInAsync(leg, probe.Cancellation), "StopListeningIn of a leg that does not");
        }),
    ];

    private static ConformanceCase<ITelephonyTestBench> Of(string name, Func<TelephonyProbe, IListeningIn, Task> run) =>
        Case(name, probe => probe.Pbx is IListeningIn pbx ? run(probe, pbx) : Task.CompletedTask);

    private static async Task<BridgeId> AloneAsync(TelephonyProbe probe, LegId leg)
    {
        var bridge = probe.NewBridge();
        await TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, leg, probe.Cancellation), "Join");
        return bridge;
    }
}
