using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>What a company's queue rules do to its callers and operators.</summary>
public sealed class QueueRulesTests
{
    private static readonly CompanyId Nord = CompanyId.Parse("nord-service");
    private static readonly OperatorId Rita = OperatorId.Parse("rita");
    private static readonly DeviceId RitasPhone = DeviceId.Parse("op3");

    [Fact]
    public void NobodyOnline_Busy_TheCallerHearsBusyAndIsToBeCalledBack()
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.NobodyOnline, QueueAction.Busy)] });

        var caller = Call(office);
        var call = office.RunUntilClosed(TimeSpan.FromSeconds(5));

        Assert.Equal((CallOutcomeKind.Refused, RefusalReason.Overload, CallStage.Announcement), (call.Outcome!.Kind, call.Outcome.Refusal, call.Outcome.Stage));
        Assert.Equal((QueueExit.NobodyOnline, null), (call.QueueExit, call.AnsweredAt));
        Assert.Equal(LegEndCause.Busy, caller.EndCause);
        Assert.Equal(call.Id, Assert.Single(office.ReadCallbacks()).Call);
    }

    [Fact]
    public void QueueFull_Announcement_TheCallerHearsItAndTheFirstOneWaitsOn()
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.QueueLength, QueueAction.Announcement) { Count = 1, Prompt = new RecordedPrompt("all-busy") }] });
        Call(office);
        office.RunUntilStage(CallStage.Queue);

        var second = Call(office, "79215550102");
        office.World.RunUntil(() => office.ReadCalls() is [_, { IsClosed: true }], TimeSpan.FromMinutes(1));

        var call = office.ReadCalls()[1];
        Assert.Equal((CallOutcomeKind.Refused, QueueExit.QueueLength), (call.Outcome!.Kind, call.QueueExit));
        Assert.Contains(second.Heard, h => h.Sound.Prompt == "all-busy");
        Assert.Equal(CallStage.Queue, office.ReadCalls()[0].Stage);
    }

    [Theory]
    [InlineData("79215550101", CallOutcomeKind.CallbackScheduled)]
    [InlineData(null, CallOutcomeKind.MessageTaken)]
    public void WaitedTooLong_Callback_IsOnTheListAndWithoutANumberAMessage(string? number, CallOutcomeKind outcome)
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.WaitLimit, QueueAction.Callback) { Time = TimeSpan.FromSeconds(12) }] });

        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, number, behaviour: new SimulatedCaller { Patience = TimeSpan.FromMinutes(5), Message = TimeSpan.FromSeconds(5) });
        var call = office.RunUntilClosed(TimeSpan.FromMinutes(2));

        Assert.Equal(outcome, call.Outcome!.Kind);
        Assert.Equal(number is null ? 0 : 1, office.ReadCallbacks().Count);
    }

    [Fact]
    public void WaitedTooLong_Overflow_AnotherCompanysOperatorIsAskedAlsoAfterARestart()
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.WaitLimit, QueueAction.Overflow) { Time = TimeSpan.FromSeconds(12), To = Nord }] });
        Call(office);
        office.World.RunUntil(() => office.ReadCalls() is [{ OverflowedTo: not null }], TimeSpan.FromSeconds(20));
        Assert.Equal(Nord, office.Call().OverflowedTo);

        office.KillHost();
        office.StartHost();
        office.Pbx.SetPhone(RitasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.SetPresence(Rita, OperatorPresence.Available);
        office.RunUntilStage(CallStage.Conversation, TimeSpan.FromSeconds(20));
        Assert.Equal((Rita, SimulatedOffice.Fox), (office.Call().Operator, office.Call().Company));
    }

    [Fact]
    public void Backup_IsAskedOnlyAfterItsDelay()
    {
        var office = Open(
            new QueueRules { BackupsAfter = [TimeSpan.FromSeconds(15)] },
            backup: new Dictionary<CompanyId, int> { [SimulatedOffice.Fox] = 1 });
        office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        Call(office);

        office.World.RunFor(TimeSpan.FromSeconds(14));
        Assert.Empty(office.Call().Offers);
        office.World.RunFor(TimeSpan.FromSeconds(2));
        Assert.Equal(SimulatedOffice.Pavel, Assert.Single(office.Call().Offers).Operator);
    }

    [Fact]
    public void CallersOperatorOfLastTime_IsWaitedForThenAnyoneIsAsked()
    {
        var office = Open(new QueueRules { PreferLastOperatorFor = TimeSpan.FromSeconds(20) });
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        Call(office);
        office.RunUntilStage(CallStage.Conversation);
        Assert.Equal(SimulatedOffice.Olga, office.Call().Operator);
        office.Pbx.Parties.Single(p => p.Leg == office.Call().CallerLeg).HangUp();
        office.RunUntilClosed();
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Break);
        office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);

        Call(office);
        office.World.RunFor(TimeSpan.FromSeconds(19));
        Assert.Empty(office.ReadCalls()[1].Offers);
        office.World.RunFor(TimeSpan.FromSeconds(3));
        Assert.Equal(SimulatedOffice.Pavel, Assert.Single(office.ReadCalls()[1].Offers).Operator);
    }

    [Fact]
    public void RequiredSkill_OnlyWhoHasItIsAsked()
    {
        var office = Open(new QueueRules { Skills = new Dictionary<string, int> { ["english"] = 2 } }, skills: new Dictionary<string, int> { ["english"] = 3 });
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        Call(office);

        office.RunUntilStage(CallStage.Offer);
        Assert.Equal(SimulatedOffice.Pavel, Assert.Single(office.Call().OpenOffers).Operator);
    }

    [Fact]
    public void MissesInARow_SendTheOperatorOnABreakAndTellTheSupervisor()
    {
        var office = Open(new QueueRules(), options => (options.MissesBeforeBreak, options.DeclinePause, options.RingTime) = (2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.NeverAnswers);
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var paused = new List<OperatorId>();
        _ = office.Host!.Start(async () =>
        {
            await foreach (var e in office.Office.Events.ReadAllAsync())
            {
                if (e is OperatorPaused found)
                {
                    paused.Add(found.Operator.Definition.Id);
                }
            }
        });
        Call(office);

        office.World.RunUntil(() => office.ReadCalls() is [var call] && call.Offers.Count(o => o.Result == OfferResult.Missed) == 2, TimeSpan.FromMinutes(1));
        office.World.RunFor(TimeSpan.FromSeconds(10));

        Assert.Equal(2, office.Call().Offers.Count);
        var olga = office.Office.Operators.Find(SimulatedOffice.Olga)!;
        Assert.Equal((OperatorState.Break, "Missed calls"), (olga.State, olga.Reason));
        Assert.Equal([SimulatedOffice.Olga], paused);
    }

    [Fact]
    public void WrapUp_TheCompanysIsLongerCanBeExtendedAndEnded()
    {
        var office = Open(new QueueRules { WrapUp = TimeSpan.FromSeconds(30) }, options => options.WrapUp = TimeSpan.FromSeconds(5));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = Call(office);
        office.RunUntilStage(CallStage.Conversation);
        caller.HangUp();
        office.RunUntilClosed();
        office.World.RunFor(TimeSpan.FromSeconds(20));
        Assert.Equal(OperatorState.WrapUp, Olga());

        office.World.Run(() => office.Office.Operators.ExtendWrapUpAsync(SimulatedOffice.Olga, null));
        office.World.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(OperatorState.WrapUp, Olga());

        Assert.Equal(OperatorState.Available, office.World.Run(() => office.Office.Operators.EndWrapUpAsync(SimulatedOffice.Olga)).State);

        OperatorState Olga() => office.Office.Operators.Find(SimulatedOffice.Olga)!.State;
    }

    [Theory]
    [InlineData(QueueAction.Message, CallOutcomeKind.MessageTaken)]
    [InlineData(QueueAction.Callback, CallOutcomeKind.CallbackScheduled)]
    public void ClosesWhileTheCallerWaits_TheLimitSaysWhatThen_AlsoAfterARestart(QueueAction then, CallOutcomeKind outcome)
    {
        // The world begins at 9:00 UTC.
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.Closed, then)] }, hours: new TimeOnly(9, 1));
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Message = TimeSpan.FromSeconds(5) });
        office.World.RunFor(TimeSpan.FromSeconds(30));
        office.KillHost();
        office.StartHost();
        office.World.RunFor(TimeSpan.FromSeconds(20));
        Assert.Null(office.Call().QueueExit);

        var call = office.RunUntilClosed(TimeSpan.FromMinutes(2));
        Assert.Equal((QueueExit.Closed, outcome), (call.QueueExit, call.Outcome!.Kind));
        Assert.InRange(call.Segments.Last(s => s.Kind == CallSegmentKind.Queue).To!.Value.TimeOfDay, new TimeSpan(9, 1, 0), new TimeSpan(9, 1, 2));
    }

    [Fact]
    public void ClosesWhileAnOperatorsPhoneRings_ItRingsItsTimeAndThenTheLimitSaysWhat()
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.Closed, QueueAction.Message)] }, options => options.RingTime = TimeSpan.FromSeconds(20), hours: new TimeOnly(9, 1));
        office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        office.World.RunFor(TimeSpan.FromSeconds(45));
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Message = TimeSpan.FromSeconds(5) });
        office.World.RunFor(TimeSpan.FromSeconds(19));
        Assert.Equal((CallStage.Offer, null), (office.Call().Stage, office.Call().QueueExit));

        var call = office.RunUntilClosed(TimeSpan.FromMinutes(2));
        Assert.Equal(OfferResult.Missed, Assert.Single(call.Offers).Result);
        Assert.Equal((QueueExit.Closed, CallOutcomeKind.MessageTaken), (call.QueueExit, call.Outcome!.Kind));
    }

    [Fact]
    public void ClosesWhileTheCallerWaits_NoRule_TheCallerWaitsOn()
    {
        var office = Open(new QueueRules(), hours: new TimeOnly(9, 1));
        Call(office);
        office.World.RunFor(TimeSpan.FromSeconds(90));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.RunUntilStage(CallStage.Conversation);
    }

    [Fact]
    public void ClosesWhileTheCallerWaits_Overflow_AnotherCompanysOperatorIsAsked()
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.Closed, QueueAction.Overflow) { To = Nord }] }, hours: new TimeOnly(9, 1));
        office.Pbx.SetPhone(RitasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.SetPresence(Rita, OperatorPresence.Available);
        Call(office);
        office.World.RunFor(TimeSpan.FromSeconds(55));
        Assert.Empty(office.Call().Offers);
        office.RunUntilStage(CallStage.Conversation, TimeSpan.FromSeconds(20));
        Assert.Equal(Rita, office.Call().Operator);
    }

    [Fact]
    public void AllOfRing_FirstToAcceptHasTheCall_TheOtherPhoneFallsSilentWithoutBlame()
    {
        var office = OpenRing(SimulatedPhone.Answers(TimeSpan.FromSeconds(4)), SimulatedPhone.NeverAnswers);
        Call(office);
        office.World.RunUntil(() => office.ReadCalls() is [{ OpenOffers.Count: 2 }], TimeSpan.FromSeconds(5));
        Assert.Equal([OperatorState.Offered, OperatorState.Offered], States(office));

        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(TimeSpan.FromSeconds(2));

        Assert.Equal([OfferResult.Accepted, OfferResult.Withdrawn], Results(office));
        Assert.Equal([OperatorState.OnCall, OperatorState.Available], States(office));
        Assert.DoesNotContain(office.Pbx.Parties, p => p.Leg == office.Call().Offers[1].Leg && !p.IsGone);
    }

    [Fact]
    public void AllOfRing_OneRejects_TheOtherRingsOn()
    {
        var office = OpenRing(SimulatedPhone.Rejects(TimeSpan.FromSeconds(1)), SimulatedPhone.Answers(TimeSpan.FromSeconds(6)));
        Call(office);
        office.RunUntilStage(CallStage.Conversation);
        Assert.Equal([OfferResult.Rejected, OfferResult.Accepted], Results(office));
        Assert.Equal(SimulatedOffice.Pavel, office.Call().Operator);
    }

    [Fact]
    public void AllOfRing_NobodyAnswers_BothMissedItAndAreAskedAgain()
    {
        var office = OpenRing(SimulatedPhone.NeverAnswers, SimulatedPhone.NeverAnswers, options => (options.RingTime, options.DeclinePause) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)));
        Call(office);
        office.World.RunUntil(() => office.ReadCalls() is [var call] && call.Offers.Count(o => o.Result == OfferResult.Missed) == 4, TimeSpan.FromMinutes(1));
        Assert.Equal(4, Results(office).Count(r => r == OfferResult.Missed));
    }

    [Fact]
    public void AllOfRing_HostIsKilledWhileBothRing_BothStayReservedAndOneTakesIt()
    {
        var office = OpenRing(SimulatedPhone.NeverAnswers, SimulatedPhone.Answers(TimeSpan.FromSeconds(8)), options => options.RingTime = TimeSpan.FromSeconds(20));
        Call(office);
        office.World.RunUntil(() => office.ReadCalls() is [{ OpenOffers.Count: 2 }], TimeSpan.FromSeconds(5));
        office.World.RunFor(TimeSpan.FromSeconds(2));

        office.KillHost();
        office.StartHost();
        Assert.Equal([OperatorState.Offered, OperatorState.Offered], States(office));
        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(TimeSpan.FromSeconds(2));

        Assert.Equal([OfferResult.Withdrawn, OfferResult.Accepted], Results(office));
        Assert.Equal([OperatorState.Available, OperatorState.OnCall], States(office));
    }

    [Fact]
    public void AllOfRing_CallerHangsUp_BothPhonesFallSilent()
    {
        var office = OpenRing(SimulatedPhone.NeverAnswers, SimulatedPhone.NeverAnswers);
        var caller = Call(office);
        office.World.RunUntil(() => office.ReadCalls() is [{ OpenOffers.Count: 2 }], TimeSpan.FromSeconds(5));

        caller.HangUp();
        office.RunUntilClosed();
        Assert.Equal([OfferResult.CallerGone, OfferResult.CallerGone], Results(office));
        Assert.Equal([OperatorState.Available, OperatorState.Available], States(office));
        Assert.All(office.Pbx.Parties, p => Assert.True(p.IsGone));
    }

    private static SimulatedOffice OpenRing(SimulatedPhone olgas, SimulatedPhone pavels, Action<OfficeOptions>? configure = null)
    {
        var office = Open(new QueueRules { Offer = OfferMode.AllOfRing }, configure);
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, olgas);
        office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, pavels);
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        return office;
    }

    private static IEnumerable<OfferResult?> Results(SimulatedOffice office) => office.Call().Offers.Select(o => o.Result);

    private static IEnumerable<OperatorState> States(SimulatedOffice office) =>
        new[] { SimulatedOffice.Olga, SimulatedOffice.Pavel }.Select(id => office.Office.Operators.Find(id)!.State);

    private static SimulatedOffice Open(
        QueueRules rules, Action<OfficeOptions>? configure = null, IReadOnlyDictionary<CompanyId, int>? backup = null, IReadOnlyDictionary<string, int>? skills = null, TimeOnly? hours = null)
    {
        var pavel = new OperatorDefinition(SimulatedOffice.Pavel, "Pavel", SimulatedOffice.PavelsPhone, [SimulatedOffice.Fox]);
        var office = new SimulatedOffice(configure: configure, definition: new OfficeDefinition(
            [
                new CompanyDefinition { Id = SimulatedOffice.Fox, Name = "Fox Travel", Version = "v1", Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)], MessagesTo = "office@fox.example", Queue = rules, Hours = Until(hours) },
                new CompanyDefinition { Id = Nord, Name = "Nord Service", Version = "v1", Numbers = [PhoneNumber.Parse("+78124540002")] },
            ],
            [
                new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox]),
                pavel with { Rings = backup ?? pavel.Rings, Skills = skills ?? pavel.Skills },
                new OperatorDefinition(Rita, "Rita", RitasPhone, [Nord]),
            ]));
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.NeverAnswers);
        office.StartHost();
        return office;
    }

    private static WeeklyHours? Until(TimeOnly? closes) => closes is { } to
        ? new WeeklyHours { Intervals = [.. Enum.GetValues<DayOfWeek>().Select(day => new OpenInterval(day, new TimeOnly(0, 0), to))] }
        : null;

    private static SimulatedParty Call(SimulatedOffice office, string number = "79215550101") => office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, number);
}
