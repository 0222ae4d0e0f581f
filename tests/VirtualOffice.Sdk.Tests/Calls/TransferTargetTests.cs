using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>Groups, people on call, people who are away, numbers out of their hours and numbers dialled by hand.</summary>
public sealed class TransferTargetTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly EmployeeId Ivan = EmployeeId.Parse("ivan");
    private static readonly EmployeeId Petr = EmployeeId.Parse("petr");
    private static readonly PhoneNumber Ivans = PhoneNumber.Parse("+79210000001");
    private static readonly PhoneNumber Petrs = PhoneNumber.Parse("+79210000002");
    private static readonly PhoneNumber ByHand = PhoneNumber.Parse("+78125550101");
    private static readonly GroupId Engineers = GroupId.Parse("engineers");
    private static readonly OnCallListId Night = OnCallListId.Parse("night");

    private SimulatedOffice _office = null!;

    [Fact]
    public void Group_AllAtOnce_FirstToAnswerHasTheCallAndTheOtherIsLetGo()
    {
        var caller = Talk(Company(GroupRing.AllAtOnce));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Answers(8 * Second));
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(3 * Second));

        Transfer(TransferTarget.Of(Engineers));
        _office.World.RunUntil(() => Attempts().Count == 2, Second);
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(Second);

        Assert.Equal([(Ivans, AttemptResult.TakenByOther), (Petrs, AttemptResult.Answered)], Attempts().Select(a => (a.Number, a.Result!.Value)));
        Assert.Equal(Petr, _office.Call().Segments[^1].Employee);
        Assert.Equal([_office.Call().EmployeeLeg!.Value], caller.Hears!.Parties);
        Assert.True(_office.Pbx.FindParty(Attempts()[0].Leg) is null or { IsGone: true });
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void Group_AllAtOnce_WhoIsStillBeingCreatedIsLetGoToo()
    {
        Talk(Company(GroupRing.AllAtOnce));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Answers(Second) with { SetUp = 5 * Second });
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(TimeSpan.Zero));

        Transfer(TransferTarget.Of(Engineers));
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(10 * Second);

        Assert.Equal(AttemptResult.TakenByOther, Attempts()[0].Result);
        Assert.Equal(2, _office.Pbx.Parties.Count(p => !p.IsGone));
    }

    [Fact]
    public void Group_AllAtOncePressOne_FirstToAcceptWinsThoughAnotherAnsweredBefore()
    {
        Talk(Company(GroupRing.AllAtOnce, mustAccept: true));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Answers(Second) with { Presses = "1", PressesAfter = 12 * Second });
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(3 * Second) with { Presses = "1", PressesAfter = 4 * Second });

        Transfer(TransferTarget.Of(Engineers));
        _office.RunUntilStage(CallStage.Transferred);

        Assert.Equal([AttemptResult.TakenByOther, AttemptResult.Answered], Attempts().Select(a => a.Result!.Value));
        Assert.All(Attempts(), a => Assert.NotNull(a.AnsweredAt));
    }

    [Fact]
    public void Group_AllAtOnceNobodyTakesIt_TheCallerIsBackWithEveryResult()
    {
        Talk(Company(GroupRing.AllAtOnce, mustAccept: true));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Busy);
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(Second) with { Presses = "2" });

        Transfer(TransferTarget.Of(Engineers));
        _office.RunUntilStage(CallStage.Transfer);
        _office.RunUntilStage(CallStage.Conversation);

        Assert.Equal([AttemptResult.Busy, AttemptResult.NotAccepted], Attempts().Select(a => a.Result!.Value));
    }

    [Fact]
    public void Group_AllAtOnceHostIsKilledWhileTheyRing_OneHasTheCallAndNobodyIsDialledTwice()
    {
        Talk(Company(GroupRing.AllAtOnce));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Answers(9 * Second));
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(12 * Second));
        Transfer(TransferTarget.Of(Engineers));
        _office.World.RunFor(3 * Second);

        _office.KillHost();
        _office.StartHost();
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(Second);

        Assert.Equal([AttemptResult.Answered, AttemptResult.TakenByOther], Attempts().Select(a => a.Result!.Value));
    }

    [Fact]
    public void Group_AllAtOnceTakenBack_EveryPhoneIsSilentAtOnce()
    {
        Talk(Company(GroupRing.AllAtOnce, mustAccept: true));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.NeverAnswers);
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(Second) with { Presses = null });
        Transfer(TransferTarget.Of(Engineers));
        _office.World.RunFor(3 * Second);

        Run(calls => calls.TakeBackAsync(_office.Call().Id));
        _office.World.RunFor(Second);

        Assert.Equal([AttemptResult.TakenBack, AttemptResult.NotAccepted], Attempts().Select(a => a.Result!.Value));
        Assert.Equal(2, _office.Pbx.Parties.Count(p => !p.IsGone));
    }

    [Fact]
    public void Group_InOrder_OneAfterTheOther()
    {
        Talk(Company(GroupRing.InOrder));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Busy);
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(Second));
        Transfer(TransferTarget.Of(Engineers));
        _office.RunUntilStage(CallStage.Transferred);
        Assert.Equal([(Ivan, AttemptResult.Busy), (Petr, AttemptResult.Answered)], Attempts().Select(a => (a.Employee!.Value, a.Result!.Value)));
        Assert.True(Attempts()[1].At >= Attempts()[0].EndedAt);
    }

    [Fact]
    public void Group_Rotation_EveryTransferBeginsWithTheNext()
    {
        Talk(Company(GroupRing.Rotation));
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Busy);
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Busy);
        for (var i = 0; i < 3; i++)
        {
            Transfer(TransferTarget.Of(Engineers));
            _office.RunUntilStage(CallStage.Transfer);
            _office.RunUntilStage(CallStage.Conversation);
            _office.World.RunFor(Second);
        }

        Assert.Equal([Ivans, Petrs, Ivans], _office.Call().Transfers.Select(t => t.Attempts[0].Number));
    }

    [Fact]
    public void Group_WithoutMembers_IsRefusedClearly()
    {
        Talk(Company(GroupRing.InOrder) with { Groups = [new EmployeeGroup(Engineers, "Engineers on shift", [])] });
        var refusal = Refused(new TransferRequest(TransferTarget.Of(Engineers)));
        Assert.Equal((CallCommandError.NobodyToDial, "Engineers on shift: there is nobody to dial; take a message instead."), (refusal.Error, refusal.Message));
        Assert.Equal(CallStage.Conversation, _office.Call().Stage);
    }

    [Fact]
    public void Group_Unknown_IsRefusedWithTheKnownOnes()
    {
        Talk(Company(GroupRing.InOrder));
        Assert.Contains("it has engineers", Refused(new TransferRequest(TransferTarget.Of(GroupId.Parse("sales")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnCall_WhoIsOnCallIsDialledAndTheRuleIsKept()
    {
        Talk(Company(GroupRing.InOrder));
        _office.Pbx.SetPhone(Petrs, SimulatedPhone.Answers(Second));
        Transfer(TransferTarget.Of(Night));
        _office.RunUntilStage(CallStage.Transferred);
        Assert.Equal((Petrs, "Night shift, default"), (Assert.Single(Attempts()).Number, _office.Call().Transfers[0].Plan!.Rule));
    }

    [Fact]
    public void Away_IsRefusedWithTheReasonTheEndAndWhoStandsIn()
    {
        Talk(Company(GroupRing.InOrder) with { Absences = [new Absence(Ivan, AbsenceReason.Ill) { Until = new DateTime(2099, 1, 1), StandIn = Petr }] });
        var refusal = Refused(new TransferRequest(Ivan));
        Assert.Equal((CallCommandError.EmployeeAway, "Ivan is ill until 2099-01-01 00:00; Petr (petr) stands in."), (refusal.Error, refusal.Message));
    }

    [Theory]
    [InlineData(AwayRule.StandIn, false)]
    [InlineData(AwayRule.Dial, true)]
    public void Away_AskedAgainWithARule_IsDialledByIt(AwayRule rule, bool isIvan)
    {
        Talk(Company(GroupRing.InOrder) with { Absences = [new Absence(Ivan, AbsenceReason.Ill) { StandIn = Petr }] });
        Transfer(new TransferRequest(Ivan) { IfAway = rule });
        _office.World.RunUntil(() => Attempts().Count == 1, Second);
        Assert.Equal(isIvan ? Ivans : Petrs, Attempts()[0].Number);
        Assert.Equal(isIvan ? [] : [SkipReason.Away], _office.Call().Transfers[0].Skipped.Select(s => s.Reason));
    }

    [Fact]
    public void Away_SetWhileTheOfficeRuns_IsKeptOverARestartAndEndsByItself()
    {
        Talk(Company(GroupRing.InOrder));
        var until = _office.World.Clock.GetUtcNow().UtcDateTime.AddMinutes(30);
        var kept = _office.World.Run(() => _office.Office.Employees.SetAbsenceAsync(SimulatedOffice.Fox, new Absence(Ivan, AbsenceReason.Meeting) { Until = until }, "olga"));
        Assert.Equal(CallCommandError.EmployeeAway, Refused(new TransferRequest(Ivan)).Error);

        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(2 * Second);
        Assert.Equal(kept, Assert.Single(_office.Office.Employees.ListAbsences(SimulatedOffice.Fox)));
        Assert.Equal(CallCommandError.EmployeeAway, Refused(new TransferRequest(Ivan)).Error);
        Assert.False(_office.Office.Employees.Find(SimulatedOffice.Fox, Ivan)!.IsAvailable);

        _office.World.RunFor(TimeSpan.FromMinutes(31));
        Assert.True(_office.Office.Employees.Find(SimulatedOffice.Fox, Ivan)!.IsAvailable);
        Assert.Empty(_office.Office.Employees.ListAbsences(SimulatedOffice.Fox));
    }

    [Fact]
    public void Away_TakenBack_IsDialledAgain()
    {
        Talk(Company(GroupRing.InOrder));
        var kept = _office.World.Run(() => _office.Office.Employees.SetAbsenceAsync(SimulatedOffice.Fox, new Absence(Ivan, AbsenceReason.Ill)));
        Assert.True(_office.World.Run(() => _office.Office.Employees.EndAbsenceAsync(SimulatedOffice.Fox, kept.Id)));
        Assert.False(_office.World.Run(() => _office.Office.Employees.EndAbsenceAsync(SimulatedOffice.Fox, kept.Id)));
        Transfer(TransferTarget.Of(Ivan));
        _office.World.RunUntil(() => Attempts().Count == 1, Second);
    }

    [Fact]
    public void Away_InAGroup_IsPassedOverAndWhoStandsInIsDialled()
    {
        var company = Company(GroupRing.InOrder);
        Talk(company with { Groups = [new EmployeeGroup(Engineers, "Engineers", [Ivan])], Absences = [new Absence(Ivan, AbsenceReason.OutOfCoverage) { StandIn = Petr }] });
        Transfer(TransferTarget.Of(Engineers));
        _office.World.RunUntil(() => Attempts().Count == 1, Second);
        Assert.Equal(Petrs, Attempts()[0].Number);
        Assert.Equal("Ivan is out of coverage; Petr (petr) stands in", Assert.Single(_office.Call().Transfers[0].Skipped).Detail);
    }

    [Fact]
    public void Numbers_OfTheOfficeOfTheCallerRepeatedAndOutOfHours_AreNotDialled()
    {
        var company = Company(GroupRing.InOrder);
        var never = new WeeklyHours { Intervals = [] };
        Talk(company with
        {
            Employees =
            [
                new Employee(Ivan, "Ivan", null, [PhoneNumber.Parse(SimulatedOffice.FoxNumber), PhoneNumber.Parse("+79215550101"), new ReachNumber(Petrs) { Hours = never }, Ivans, Ivans]),
                company.Employees[1],
            ],
        });
        Transfer(TransferTarget.Of(Ivan));
        _office.World.RunUntil(() => Attempts().Count == 1, Second);
        Assert.Equal(Ivans, Attempts()[0].Number);
        Assert.Equal([SkipReason.Loop, SkipReason.Loop, SkipReason.OutOfHours, SkipReason.Repeated], _office.Call().Transfers[0].Skipped.Select(s => s.Reason));
    }

    [Fact]
    public void Number_ByHand_IsRefusedUnlessThePolicyAllowsIt()
    {
        Talk(Company(GroupRing.InOrder));
        Assert.Equal(CallCommandError.NotAllowed, Refused(new TransferRequest(TransferTarget.Of(ByHand))).Error);
    }

    [Fact]
    public void Number_ByHandAllowed_IsDialledAndTheOperatorSpeaksFirst()
    {
        Talk(Company(GroupRing.InOrder) with { Dialling = new DialPolicy { Allow = ["7812"], Deny = ["78129"] } });
        _office.Pbx.SetPhone(ByHand, SimulatedPhone.Answers(Second));
        Assert.Equal(CallCommandError.NotAllowed, Refused(new TransferRequest(TransferTarget.Of(PhoneNumber.Parse("+78129990101")))).Error);
        Transfer(TransferTarget.Of(ByHand));
        _office.World.RunUntil(() => _office.Call().OpenTransfer?.Consult == ConsultWith.Employee, TimeSpan.FromMinutes(1));
        Assert.Equal((ByHand, null), (Attempts()[0].Number, Attempts()[0].Employee));
    }

    [Fact]
    public void Caps_AtOnce_WhatExceedsThemIsNotDialled()
    {
        Talk(Company(GroupRing.AllAtOnce) with { Dialling = new DialPolicy { MaxAtOnce = 1 } });
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Answers(Second));
        Transfer(TransferTarget.Of(Engineers));
        _office.RunUntilStage(CallStage.Transferred);
        Assert.Equal(Ivans, Assert.Single(Attempts()).Number);
        Assert.Equal(SkipReason.TooManyCalls, Assert.Single(_office.Call().Transfers[0].Skipped).Reason);
    }

    [Fact]
    public void Caps_PerHour_AreOverAfterAnHour()
    {
        Talk(Company(GroupRing.InOrder) with { Dialling = new DialPolicy { MaxPerHour = 1 } });
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Busy);
        Attempt();
        Attempt();
        _office.World.RunFor(TimeSpan.FromHours(1));
        Attempt();

        Assert.Equal([1, 0, 1], _office.Call().Transfers.Select(t => t.Attempts.Count));
        Assert.Equal((TransferResult.Failed, SkipReason.TooManyCalls), (_office.Call().Transfers[1].Result, _office.Call().Transfers[1].Skipped[0].Reason));

        void Attempt()
        {
            var before = _office.Call().Transfers.Count;
            Transfer(TransferTarget.Of(Ivan));
            _office.World.RunUntil(() => _office.Call() is { OpenTransfer: null } call && call.Transfers.Count == before + 1, TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void Caps_PerHour_CountWhatAnEarlierRunOfTheHostDialled()
    {
        Talk(Company(GroupRing.InOrder) with { Dialling = new DialPolicy { MaxPerHour = 1 } });
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.Busy);
        Attempt();
        _office.World.RunFor(TimeSpan.FromMinutes(20));
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(Second);
        Attempt();
        _office.World.RunFor(TimeSpan.FromMinutes(41));
        Attempt();

        Assert.Equal([1, 0, 1], _office.Call().Transfers.Select(t => t.Attempts.Count));

        void Attempt()
        {
            var before = _office.Call().Transfers.Count;
            Transfer(TransferTarget.Of(Ivan));
            _office.World.RunUntil(() => _office.Call() is { OpenTransfer: null } call && call.Transfers.Count == before + 1, TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [InlineData(false, "+78124540001")]
    [InlineData(true, "+79215550101")]
    public void Shown_ToTheEmployee_IsTheCompanysNumberUnlessItWantsTheCallers(bool showsCaller, string shown)
    {
        Talk(Company(GroupRing.InOrder) with { Dialling = new DialPolicy { ShowsCaller = showsCaller } });
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.NeverAnswers);
        Transfer(TransferTarget.Of(Ivan));
        _office.World.RunFor(2 * Second);
        Assert.Equal(shown, _office.Pbx.FindParty(Attempts()[0].Leg)!.Caller.Number?.ToString());
    }

    [Fact]
    public void Progress_IsToldAgainAndAgainAndMusicGoesOn()
    {
        var caller = Talk(Company(GroupRing.InOrder) with { Transfers = new TransferRules { Progress = new RecordedPrompt("still-trying"), ProgressEvery = 5 * Second } });
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.NeverAnswers);
        Transfer(TransferTarget.Of(Ivan));
        _office.RunUntilStage(CallStage.Transfer);
        _office.World.RunFor(14 * Second);

        Assert.Equal(2, caller.Heard.Count(h => h.Sound is { Kind: SoundKind.Prompt, Prompt: "still-trying" }));
        Assert.Equal(SoundKind.Music, caller.Hears!.Kind);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void Progress_LongerThanItsInterval_IsNotCutAndNothingStandsStill()
    {
        var caller = Talk(Company(GroupRing.InOrder) with { Transfers = new TransferRules { Progress = new RecordedPrompt("still-trying"), ProgressEvery = Second } });
        _office.Pbx.SetPhone(Ivans, SimulatedPhone.NeverAnswers);
        Transfer(TransferTarget.Of(Ivan));
        _office.RunUntilStage(CallStage.Transfer);
        _office.World.RunFor(14 * Second);

        Assert.InRange(caller.Heard.Count(h => h.Sound is { Kind: SoundKind.Prompt, Prompt: "still-trying" }), 3, 4);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
        Assert.Equal(CallStage.Transfer, _office.Call().Stage);
    }

    [Fact]
    public void Explain_NamesEveryTargetAndWhoIsPassedOver()
    {
        Talk(Company(GroupRing.AllAtOnce) with { Absences = [new Absence(Ivan, AbsenceReason.Ill) { StandIn = Petr }] });
        var explained = _office.World.Run(() => _office.Office.Calls.ExplainAtAsync(SimulatedOffice.Fox, _office.World.Clock.GetUtcNow(), CallerId.Withheld))!;
        Assert.Equal(
            [
                "transfer to Ivan: nobody to dial, a message",
                "  not ivan: Ivan is ill; Petr (petr) stands in",
                $"transfer to Petr: {Petrs}",
                $"transfer to group Engineers: Engineers: {Petrs}",
                "  not ivan: Ivan is ill; Petr (petr) stands in",
                $"transfer to who is on call, Night shift: Night shift, default: {Petrs}",
            ],
            explained.Lines().Where(l => l.StartsWith("transfer", StringComparison.Ordinal) || l.StartsWith("  not", StringComparison.Ordinal)));
    }

    private static CompanyDefinition Company(GroupRing ring, bool mustAccept = false) => new()
    {
        Id = SimulatedOffice.Fox,
        Name = "Fox Travel",
        Version = "v1",
        Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
        Employees =
        [
            new Employee(Ivan, "Ivan", "ivan@fox.example", [new ReachNumber(Ivans) { MustAccept = mustAccept }]),
            new Employee(Petr, "Petr", "petr@fox.example", [new ReachNumber(Petrs) { MustAccept = mustAccept }]),
        ],
        Groups = [new EmployeeGroup(Engineers, "Engineers", [Ivan, Petr]) { Ring = ring }],
        OnCallLists = [new OnCallList(Night, "Night shift") { Default = [Petr] }],
    };

    private SimulatedParty Talk(CompanyDefinition company)
    {
        _office = new SimulatedOffice(configure: options => options.WrapUp = TimeSpan.Zero, definition: new OfficeDefinition(
            [company], [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        return caller;
    }

    private IReadOnlyList<TransferAttempt> Attempts() => _office.Call().Transfers is [.., var transfer] ? transfer.Attempts : [];

    private void Transfer(TransferTarget target) => Transfer(new TransferRequest(target));

    private void Transfer(TransferRequest request) => Run(calls => calls.TransferAsync(_office.Call().Id, request));

    private CallCommandException Refused(TransferRequest request)
    {
        var done = _office.Host!.Start(() => _office.Office.Calls.TransferAsync(_office.Call().Id, request));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        return Assert.IsType<CallCommandException>(done.Exception!.InnerException);
    }

    private void Run(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
    }
}
