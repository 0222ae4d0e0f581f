using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Events;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Events;

/// <summary>What happens, written down for programs that go away and come back.</summary>
public sealed class EventLogTests
{
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    private static readonly CompanyId Owl = CompanyId.Parse("owl");

    private readonly SimulatedWorld _world = new(1);
    private readonly OfficeEvents _events = new();
    private readonly EventLog _log;

    public EventLogTests()
    {
        _log = new EventLog(_events, _ => null, _world.Runtime);
        _ = _world.AddHost().Start(() => _log.RunAsync(CancellationToken.None));
        _world.RunFor(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Take_OneCompany_SeesItsOwnAndNothingOfHowTheOfficeWorks()
    {
        var (foxes, owls) = (Plan(Fox), Plan(Owl));
        Journal(foxes, new OfferMade(Now, default, OperatorId.Parse("olga"), new LegId("main", "o1")));
        Journal(owls, new CallAnswered(Now));
        Journal(foxes, new CallEnded(Now, new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation)));
        _events.Publish(new BooksAlarm(["two calls too many"]));

        Assert.Equal(["call.callPlanned", "call.callEnded"], Read(0, TenantScope.Of(Fox)).Select(e => e.Type));
        Assert.All(Read(0, TenantScope.Of(Fox)), e => Assert.Equal(Fox, e.Company));
        Assert.Equal(["call.callPlanned", "call.callAnswered"], Read(0, TenantScope.Of(Owl)).Select(e => e.Type));
        Assert.Equal(6, Read(0, TenantScope.Office).Count);
    }

    [Fact]
    public void Take_MaskedAnswersAndWhatIsBeingTyped_AreNotTold()
    {
        var call = Plan(Fox);
        Journal(call, new AnswerSaved(Now, "pin", "4711") { IsMasked = true });
        Journal(call, new DraftSaved(Now, [new("text", "half a sen")]));

        var read = Read(0, TenantScope.Office);
        Assert.Equal(["call.callPlanned", "call.answerSaved"], read.Select(e => e.Type));
        Assert.DoesNotContain("4711", read[1].Json);
        var json = JsonNode.Parse(read[1].Json)!;
        Assert.Equal((read[1].Id, call.ToString(), "fox-travel", "pin"), ((string?)json["id"], (string?)json["call"], (string?)json["company"], (string?)json["data"]!["field"]));
    }

    [Fact]
    public void Position_OfTheLastEvent_GoesOnBehindIt()
    {
        var call = Plan(Fox);
        var last = Read(0, TenantScope.Office)[^1].Id;
        Assert.Equal(last, _log.Last);
        Journal(call, new CallAnswered(Now));

        Assert.Equal(["call.callAnswered"], Read(_log.PositionOf(last), TenantScope.Office).Select(e => e.Type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("0-1")]
    public void Position_OfAnotherRun_SaysThatEventsWereMissed(string last)
    {
        Plan(Fox);
        Assert.Equal([IEventLog.MissedType, "call.callPlanned"], Read(_log.PositionOf(last), TenantScope.Of(Fox)).Select(e => e.Type));
    }

    [Fact]
    public void Take_MoreThanIsKept_SaysHowManyWereMissed()
    {
        var call = Plan(Fox);
        for (var i = 0; i < 10_050; i++)
        {
            _events.Publish(new CallJournaled(call, i + 2, new CallAnswered(Now)));
            if (i % 1_000 == 0)
            {
                _world.RunFor(TimeSpan.FromSeconds(1));
            }
        }

        _world.RunFor(TimeSpan.FromSeconds(1));
        var missed = Read(0, TenantScope.Office)[0];
        Assert.Equal(IEventLog.MissedType, missed.Type);
        Assert.Equal(51, (int)JsonNode.Parse(missed.Json)!["data"]!["count"]!);
    }

    private DateTimeOffset Now => _world.Clock.GetUtcNow();

    private CallId Plan(CompanyId company)
    {
        var call = new CallId(_world.Runtime.Ids.NewId());
        Journal(call, new CallPlanned(Now, company, "v1", false, true));
        return call;
    }

    private void Journal(CallId call, CallEvent callEvent) => _events.Publish(new CallJournaled(call, 1, callEvent));

    private IReadOnlyList<EventEntry> Read(long position, TenantScope scope)
    {
        _world.RunFor(TimeSpan.FromSeconds(1));
        return _log.Take(position, scope).Batch;
    }
}
