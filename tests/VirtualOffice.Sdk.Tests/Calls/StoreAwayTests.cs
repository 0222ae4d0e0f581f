using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class StoreAwayTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void JournalIsAway_WhenTheCallerIsAnswered_TheCallerHearsMusicMeanwhile()
    {
        var office = new SimulatedOffice();
        var (options, troubles, violations) = (new OfficeOptions(), new Troubles(office, null), new Violations());
        var watch = new JournalWatch(office, new JournalRules(office, options, troubles, new ClockJumps(office, troubles)), violations, null);
        var faults = new StoreFaults("journal", office, troubles, new Random(1));
        office.JournalOf = (journal, host) => new FaultyJournal(journal, host, watch, faults, CrashPlan.None);
        office.StartHost();
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
}
