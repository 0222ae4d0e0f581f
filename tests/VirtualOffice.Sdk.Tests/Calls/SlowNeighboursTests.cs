using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>PBX or store take their time, lose an answer, or the host dies at a bad moment: nobody is blamed for it, and nothing is lost.</summary>
public sealed class SlowNeighboursTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void PbxIsSlow_OperatorsPhone_RingsItsWholeTime(int seed)
    {
        var office = new SimulatedOffice(seed, options => options.RingTime = 10 * Second, pbx: new SimulatedPbxOptions { MaxCommandLatency = 6 * Second });
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(9 * Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");

        office.RunUntilStage(CallStage.Conversation);

        Assert.Equal(OfferResult.Accepted, Assert.Single(office.Call().Offers).Result);
    }

    [Fact]
    public void JournalIsAway_OperatorAnswersMeanwhile_HasTheCall()
    {
        var office = new SimulatedOffice(configure: options => (options.AnswerAfter, options.RingTime) = (2 * Second, 8 * Second));
        var faults = TroubleTheJournal(office, CrashPlan.None);
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(5 * Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.RunUntilStage(CallStage.Offer);
        office.World.RunFor(1 * Second);

        // The entry that the caller is answered takes longer than the phone may ring.
        faults.BeAwayFor(20 * Second);
        office.RunUntilStage(CallStage.Conversation);

        Assert.Equal(OfferResult.Accepted, Assert.Single(office.Call().Offers).Result);
    }

    [Theory]
    [InlineData(CommandFault.ReplyLost)]
    [InlineData(CommandFault.RequestLost)]
    public void AnswerToTheRecordingIsLost_ItIsLookedUpAndTheCallIsRecorded(CommandFault fault)
    {
        var office = new SimulatedOffice();
        var faults = 0;
        office.Pbx.Faults.OnCommand = command => command.Name == "StartRecording" && faults++ == 0 ? fault : CommandFault.None;
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Talks = 20 * Second });

        var call = office.RunUntilClosed();

        Assert.Equal(RecordingState.Stored, call.CallRecording!.State);
        Assert.Equal(fault == CommandFault.ReplyLost ? 1 : 2, faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void HostIsKilledBeforeTheIntake_TheCallIsItsCompanys(bool hangsUp)
    {
        var office = new SimulatedOffice();
        _ = TroubleTheJournal(office, CrashPlan.Around(1, after: true));
        office.StartHost();
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.World.RunFor(2 * Second);
        Assert.True(office.Host!.IsKilled);
        Assert.Equal(CallStage.Intake, office.Call().Stage);
        if (hangsUp)
        {
            caller.HangUp();
        }

        office.JournalOf = (journal, _) => journal;
        office.StartHost();
        office.World.RunFor(10 * Second);

        var call = office.Call();
        Assert.Equal(SimulatedOffice.Fox, call.Company);
        Assert.Equal(hangsUp ? CallOutcomeKind.Abandoned : null, call.Outcome?.Kind);
    }

    private static StoreFaults TroubleTheJournal(SimulatedOffice office, CrashPlan crashes)
    {
        var (options, troubles) = (new OfficeOptions(), new Troubles(office, null));
        var watch = new JournalWatch(office, new JournalRules(office, options, troubles, new ClockJumps(office, troubles)), new Violations(), null);
        var faults = new StoreFaults("journal", office, troubles, new Random(1));
        office.JournalOf = (journal, host) => new FaultyJournal(journal, host, watch, faults, crashes);
        return faults;
    }
}
