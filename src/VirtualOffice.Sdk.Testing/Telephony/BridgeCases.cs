using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Legs that hear each other.</summary>
internal static class BridgeCases
{
    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("Join_TwoLegs_HearEachOther", async probe =>
        {
            var (party, leg, other) = await TwoLegsAsync(probe);
            var bridge = probe.NewBridge();
            await JoinAsync(probe, bridge, leg);
            await JoinAsync(probe, bridge, other);
            await JoinAsync(probe, bridge, other);
            await probe.HearsAsync(party, TestSound.Party, "in a bridge with another leg");
        }),

        Case("Join_LegWithMusic_HearsTheOtherLegInstead", async probe =>
        {
            var (party, leg, other) = await TwoLegsAsync(probe);
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic");
            var bridge = probe.NewBridge();
            await JoinAsync(probe, bridge, leg);
            await JoinAsync(probe, bridge, other);
            await probe.HearsAsync(party, TestSound.Party, "in a bridge, having heard music before");
        }),

        Case("Leave_Bridge_LegLivesOnAndCanHearMusic", async probe =>
        {
            var (party, leg, other) = await TwoLegsAsync(probe);
            var bridge = probe.NewBridge();
            await JoinAsync(probe, bridge, leg);
            await JoinAsync(probe, bridge, other);

            await TelephonyProbe.DoneAsync(probe.Pbx.LeaveAsync(bridge, leg, probe.Cancellation), "Leave");
            await TelephonyProbe.GoneAsync(probe.Pbx.LeaveAsync(bridge, leg, probe.Cancellation), "Leave of a bridge the leg is not in");
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic after Leave");

            await probe.HearsAsync(party, TestSound.Music, "after it left the bridge");
            await AliveAsync(probe, leg, other);
        }),

        Case("Join_OtherBridge_MovesTheLeg", async probe =>
        {
            var (party, leg, other) = await TwoLegsAsync(probe);
            var third = await probe.AnsweredLegAsync(probe.Number);
            var (first, second) = (probe.NewBridge(), probe.NewBridge());
            await JoinAsync(probe, first, leg);
            await JoinAsync(probe, first, other);
            await JoinAsync(probe, second, third);

            await JoinAsync(probe, second, leg);

            await TelephonyProbe.GoneAsync(probe.Pbx.LeaveAsync(first, leg, probe.Cancellation), "Leave of the bridge the leg was moved from");
            await probe.HearsAsync(party, TestSound.Party, "after it was moved to another bridge");
            await AliveAsync(probe, leg, other, third);
        }),

        Case("DestroyBridge_WithLegs_LegsLiveOn", async probe =>
        {
            var (party, leg, other) = await TwoLegsAsync(probe);
            var bridge = probe.NewBridge();
            await JoinAsync(probe, bridge, leg);
            await JoinAsync(probe, bridge, other);

            await TelephonyProbe.DoneAsync(probe.Pbx.DestroyBridgeAsync(bridge, probe.Cancellation), "DestroyBridge");

            await TelephonyProbe.GoneAsync(probe.Pbx.DestroyBridgeAsync(bridge, probe.Cancellation), "DestroyBridge again");
            await AliveAsync(probe, leg, other);
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic after DestroyBridge");
            await probe.HearsAsync(party, TestSound.Music, "after the bridge was destroyed");
        }),

        Case("Mute_LegInABridge_IsNotHeardUntilUnmuted", async probe =>
        {
            var (party, leg, other) = await TwoLegsAsync(probe);
            var bridge = probe.NewBridge();
            await JoinAsync(probe, bridge, leg);
            await JoinAsync(probe, bridge, other);
            await TelephonyProbe.DoneAsync(probe.Pbx.MuteAsync(other, probe.Cancellation), "Mute");
            await TelephonyProbe.DoneAsync(probe.Pbx.MuteAsync(other, probe.Cancellation), "Mute again");
            await probe.HearsAsync(party, TestSound.Silence, "while the only other party is muted");
            await TelephonyProbe.DoneAsync(probe.Pbx.UnmuteAsync(other, probe.Cancellation), "Unmute");
            await TelephonyProbe.DoneAsync(probe.Pbx.UnmuteAsync(other, probe.Cancellation), "Unmute again");
            await probe.HearsAsync(party, TestSound.Party, "after the other party was unmuted");
        }),

        Case("StartMusic_AnsweredCall_IsHeardUntilStopped", async probe =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic");
            await TelephonyProbe.DoneAsync(probe.Pbx.StartMusicAsync(leg, probe.Cancellation), "StartMusic again");
            await probe.HearsAsync(party, TestSound.Music, "after StartMusic");
            await TelephonyProbe.DoneAsync(probe.Pbx.StopMusicAsync(leg, probe.Cancellation), "StopMusic");
            await TelephonyProbe.DoneAsync(probe.Pbx.StopMusicAsync(leg, probe.Cancellation), "StopMusic again");
            await AliveAsync(probe, leg);
        }),
    ];

    private static async Task<(ITestParty Party, LegId Caller, LegId Other)> TwoLegsAsync(TelephonyProbe probe)
    {
        var (party, leg) = await probe.AnsweredCallAsync();
        return (party, leg, await probe.AnsweredLegAsync(probe.Device));
    }

    private static Task JoinAsync(TelephonyProbe probe, BridgeId bridge, LegId leg) =>
        TelephonyProbe.DoneAsync(probe.Pbx.JoinAsync(bridge, leg, probe.Cancellation), "Join");

    private static async Task AliveAsync(TelephonyProbe probe, params LegId[] legs)
    {
        foreach (var leg in legs)
        {
            Expect.Equal(LegState.Up, (await probe.Pbx.FindLegAsync(leg, probe.Cancellation))?.State, $"The state of leg {leg}");
        }
    }
}
