using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class StoreAwayTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void JournalIsAway_WhenTheCallerIsAnswered_TheCallerHearsMusicMeanwhile()
    {
        var (office, faults, violations) = Open();
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        office.RunUntilStage(CallStage.Ringing);
        office.World.RunFor(2 * Second);
        faults.BeAwayFor(10 * Second);
        office.World.RunFor(8 * Second);
        Assert.Equal(CallStage.Ringing, office.Call().Stage);
        Assert.NotNull(caller.AnsweredAt);
        Assert.Equal(SoundKind.Music, caller.Hears!.Kind);
        Assert.True(caller.LongestSilence < 2 * Second);
        office.RunUntilStage(CallStage.Queue);
        Assert.Null(violations.First);
    }

    [Fact]
    public void JournalIsAway_CallThatIsUp_IsKnownAsFarAsItIsDurable()
    {
        var (office, faults, _) = Open();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        office.RunUntilStage(CallStage.Queue);
        office.World.RunFor(Second);
        var durable = office.Call();
        faults.BeAwayFor(10 * Second);

        var found = office.World.Run(() => office.Office.Calls.FindAsync(durable.Id))!;

        Assert.Equal((durable.Version, CallStage.Queue, SimulatedOffice.Fox), (found.Version, found.Stage, found.Company));
    }

    [Fact]
    public void JournalIsAway_CallThatIsOver_IsAskedOfTheStore()
    {
        var (office, faults, _) = Open();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber).HangUp();
        var over = office.RunUntilClosed();
        office.World.RunFor(Second);
        faults.BeAwayFor(10 * Second);

        Assert.Throws<StoreUnavailableException>(() => office.World.Run(() => office.Office.Calls.FindAsync(over.Id)));
    }

    private static (SimulatedOffice Office, StoreFaults Faults, Violations Violations) Open()
    {
        var office = new SimulatedOffice();
        var (options, troubles, violations) = (new OfficeOptions(), new Troubles(office, null), new Violations());
        var watch = new JournalWatch(office, new JournalRules(office, options, troubles, new ClockJumps(office, troubles)), violations, null);
        var faults = new StoreFaults("journal", office, troubles, new Random(1));
        office.JournalOf = (journal, host) => new FaultyJournal(journal, host, watch, faults, CrashPlan.None);
        office.StartHost();
        return (office, faults, violations);
    }
}
