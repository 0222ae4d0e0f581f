using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
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
    public void JournalIsAway_WhenAPromptEndsWhileANoteIsTaken_TheCallerHearsMusicMeanwhile()
    {
        var (office, faults, _) = Open(new WeeklyHours { Intervals = [] });
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Message = 5 * Second });
        office.World.RunUntil(() => caller.Hears?.Kind == SoundKind.Prompt, TimeSpan.FromMinutes(1));
        faults.BeAwayFor(20 * Second);
        _ = office.Host!.Start(() => office.Office.Calls.SaveDraftAsync(office.Call().Id, [new("text", "Says that")]));
        office.World.RunUntil(() => caller.Hears?.Kind != SoundKind.Prompt, TimeSpan.FromMinutes(1));

        office.World.RunFor(2 * Second);
        Assert.Equal(SoundKind.Music, caller.Hears!.Kind);

        Assert.Equal(CallOutcomeKind.MessageTaken, office.RunUntilClosed().Outcome!.Kind);
        Assert.True(caller.LongestSilence < 2 * Second, $"{caller.LongestSilence}");
        Assert.DoesNotContain(SoundKind.Music, caller.Heard.SkipWhile(h => h.Sound.Kind != SoundKind.Beep).Take(2).Select(h => h.Sound.Kind));
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

    private static (SimulatedOffice Office, StoreFaults Faults, Violations Violations) Open(WeeklyHours? hours = null)
    {
        var office = new SimulatedOffice(hours: hours);
        var (options, troubles, violations) = (new OfficeOptions(), new Troubles(office, null), new Violations());
        var watch = new JournalWatch(office, new JournalRules(office, options, troubles, new ClockJumps(office, troubles)), violations, null);
        var faults = new StoreFaults("journal", office, troubles, new Random(1));
        office.JournalOf = (journal, host) => new FaultyJournal(journal, host, watch, faults, CrashPlan.None);
        office.StartHost();
        return (office, faults, violations);
    }
}
