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
        var world = new SimulatedWorld(seed, new SimulatedWorldOptions { Order = order });
        var pbx = new SimulatedPbx(world.Runtime, "pbx", options);
        pbx.Faults.RepeatedEvents = repeated;
        var conformanceCase = TelephonyConformance.Cases.Single(c => c.Name.Equals(name, StringComparison.Ordinal));
        new SimulatedTestBench(world, pbx, world.AddHost(), wrap).Run(conformanceCase);
    }
}
