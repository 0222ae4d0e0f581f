using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedPbxConformanceTests
{
    public static TheoryData<string> Names => [.. TelephonyConformance.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_AsItComes(string name) => Run(name, 1, TaskOrder.Fifo, new SimulatedPbxOptions());

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_WithoutLatency(string name) =>
        Run(name, 1, TaskOrder.Fifo, new SimulatedPbxOptions { MaxCommandLatency = TimeSpan.Zero, MaxEventLatency = TimeSpan.Zero });

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_WithSlowAndRepeatedEventsInAnyInterleaving(string name)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Run(
                name,
                seed,
                TaskOrder.Seeded,
                new SimulatedPbxOptions
                {
                    MaxCommandLatency = TimeSpan.FromMilliseconds(200),
                    MaxEventLatency = TimeSpan.FromMilliseconds(300),
                    MaxRecordingLatency = TimeSpan.FromMilliseconds(500),
                },
                repeated: 0.3);
        }
    }

    // On threads and the clock of the machine the PBX's lock is what keeps it right.
    [Theory]
    [InlineData("Connect_FirstEvent_IsTheSnapshot")]
    [InlineData("Interrupted_LivingLegsAndBridges_AreInTheSnapshotWithStateTagAndOffer")]
    [InlineData("HangUp_LegBeingCreated_LeavesNothing")]
    [InlineData("HangUp_LegBeingCreatedAMomentAgo_LeavesNothing")]
    [InlineData("Join_OtherBridge_MovesTheLeg")]
    [InlineData("Play_UnknownPrompt_FinishesNotCompleted")]
    public async Task Case_OnTheMachinesClock(string name)
    {
        var runtime = new OfficeRuntime { Ids = new SeededIdSource(TimeProvider.System, 1), Random = new Random(1) };
        var options = new SimulatedPbxOptions { OtherPrompts = null };
        options.Prompts["known"] = TimeSpan.FromSeconds(0.5);
        var pbx = new SimulatedPbx(runtime, "pbx", options);

        await Find(name).RunAsync(new SimulatedTestBench(pbx, runtime), TestContext.Current.CancellationToken);

        await pbx.WaitAsync(p => p.Parties.Count == 0, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(nameof(FlawedProvider.Flaw.EventsBeforeSnapshot), "Connect_FirstEvent_IsTheSnapshot")]
    [InlineData(nameof(FlawedProvider.Flaw.NoEndEvents), "CallerHangsUp_BeforeAnswer_EndsTheLeg")]
    [InlineData(nameof(FlawedProvider.Flaw.ForgetsTags), "Interrupted_LivingLegsAndBridges_AreInTheSnapshotWithStateTagAndOffer")]
    [InlineData(nameof(FlawedProvider.Flaw.DialsTwice), "Dial_SameIdTwice_HasOneEffect")]
    [InlineData(nameof(FlawedProvider.Flaw.ThrowsWhenGone), "Command_LegThatHasEnded_IsGone")]
    [InlineData(nameof(FlawedProvider.Flaw.CannotHangUpWhatIsBeingMade), "HangUp_LegBeingCreated_LeavesNothing")]
    [InlineData(nameof(FlawedProvider.Flaw.SaysBusyForRejected), "DialDevice_Rejects_EndsWithRejected")]
    [InlineData(nameof(FlawedProvider.Flaw.MissesOffers), "Interrupted_CallMeanwhile_IsOfferedAfterwards")]
    [InlineData(nameof(FlawedProvider.Flaw.StaysInsteadOfMoving), "Join_OtherBridge_MovesTheLeg")]
    [InlineData(nameof(FlawedProvider.Flaw.DropsLegsWithTheBridge), "DestroyBridge_WithLegs_LegsLiveOn")]
    [InlineData(nameof(FlawedProvider.Flaw.SilentAboutUnknownPrompts), "Play_UnknownPrompt_FinishesNotCompleted")]
    [InlineData(nameof(FlawedProvider.Flaw.CutsRecordings), "PartyRecording_MaxDuration_EndsIt")]
    [InlineData(nameof(FlawedProvider.Flaw.KeepsDeletedRecordings), "ConversationRecording_Stopped_IsKeptAndTheCallGoesOn")]
    [InlineData(nameof(FlawedProvider.Flaw.IncarnationOfTheConnection), "Interrupted_Connection_IsReportedAndComesBackWithTheSameIncarnation")]
    [InlineData(nameof(FlawedProvider.Flaw.ForgetsBookmarks), "CallRecord_Bookmark_IsWhereReadingGoesOn")]
    [InlineData(nameof(FlawedProvider.Flaw.TrustsAnyBookmark), "CallRecord_BookmarkOfNowhere_IsTakenAsNone")]
    [InlineData(nameof(FlawedProvider.Flaw.HasNoCallRecords), "CallRecord_CallerHungUpWhileRinging_IsThere")]
    [InlineData(nameof(FlawedProvider.Flaw.HidesVoiceMessages), "CallRecord_NobodyConnected_HasTheFallbacksVoiceMessage")]
    [InlineData(nameof(FlawedProvider.Flaw.MutesNobody), "Mute_LegInABridge_IsNotHeardUntilUnmuted")]
    [InlineData(nameof(FlawedProvider.Flaw.RecordsInPauses), "ConversationRecording_Paused_HasNothingOfThePause")]
    [InlineData(nameof(FlawedProvider.Flaw.WhispersAlways), "ListenIn_Silently_HearsTheTargetAndIsNotHeard")]
    [InlineData(nameof(FlawedProvider.Flaw.WhispersNever), "ListenIn_Whispering_IsHeardByTheTargetUntilItWhispersNoLonger")]
    [InlineData(nameof(FlawedProvider.Flaw.ForgetsWhichPhone), "PhoneCalls_Number_IsOfferedWithTheDeviceAlsoInASnapshot")]
    [InlineData(nameof(FlawedProvider.Flaw.KeepsTransfersFromPhones), "PhoneTransfer_Answered_IsToldToThePhoneWhichLetsGo")]
    [InlineData(nameof(FlawedProvider.Flaw.MistakesTheOtherLine), "PhoneTransfer_Attended_IsReportedWithTheOtherLeg")]
    public void Case_FlawedProvider_IsFound(string flaw, string name)
    {
        var failure = Assert.ThrowsAny<Exception>(
            () => Run(name, 1, TaskOrder.Fifo, new SimulatedPbxOptions(), wrap: provider => new FlawedProvider(provider, Enum.Parse<FlawedProvider.Flaw>(flaw))));

        Assert.True(failure is ConformanceException or TelephonyException, failure.ToString());
    }

    private static void Run(
        string name, int seed, TaskOrder order, SimulatedPbxOptions options, double repeated = 0, Func<ITelephonyProvider, ITelephonyProvider>? wrap = null)
    {
        options.Prompts["known"] = TimeSpan.FromSeconds(2);
        options.OtherPrompts = null;
        options.FallbackMessageLimit = TimeSpan.FromMinutes(1);
        var world = new SimulatedWorld(seed, new SimulatedWorldOptions { Order = order });
        var pbx = new SimulatedPbx(world.Runtime, "pbx", options);
        pbx.Faults.RepeatedEvents = repeated;
        var host = world.AddHost();
        var bench = new SimulatedTestBench(pbx, host.Runtime, wrap);
        world.Run(() => host.Start(() => Find(name).RunAsync(bench, CancellationToken.None)));
        world.RunFor(TimeSpan.FromSeconds(30));
        Assert.Empty(pbx.Parties);
        Assert.Empty(pbx.Bridges);
    }

    private static ConformanceCase<ITelephonyTestBench> Find(string name) => TelephonyConformance.Cases.Single(c => c.Name.Equals(name, StringComparison.Ordinal));
}
