using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>What an employee's plan says of a number, and what an operator does with an employee on the line.</summary>
public sealed class TransferPlanTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly ReachNumber Warm = new(SimulatedOffice.AnnaAtWork) { Transfer = TransferKind.Warm };

    [Fact]
    public void RingTime_OfTheNumber_IsKept()
    {
        var (office, _) = Talk([new ReachNumber(SimulatedOffice.AnnaAtWork) { RingTime = 4 * Second }, SimulatedOffice.AnnaMobile], SimulatedPhone.NeverAnswers);
        Transfer(office);
        office.World.RunUntil(() => Attempts(office).Count == 2, TimeSpan.FromMinutes(1));
        var first = Attempts(office)[0];
        Assert.Equal(AttemptResult.NoAnswer, first.Result);
        Assert.InRange(first.EndedAt!.Value - first.At, 4 * Second, 5 * Second);
    }

    [Fact]
    public void MustAccept_PressesOne_HearsWhoCallsAndHasTheCall()
    {
        var (office, caller) = Talk([new ReachNumber(SimulatedOffice.AnnaAtWork) { MustAccept = true }], SimulatedPhone.Answers(Second) with { Presses = "1", PressesAfter = 9 * Second });
        Transfer(office);
        office.RunUntilStage(CallStage.Transferred);
        office.World.RunFor(Second);

        var anna = office.Pbx.FindParty(office.Call().EmployeeLeg!.Value)!;
        Assert.Equal(["fox-travel/name", "digits:79215550101", "screen-callee-options"], anna.Heard.Where(h => h.Sound.Kind == SoundKind.Prompt).Select(h => h.Sound.Prompt!));
        Assert.Contains(caller.Leg, anna.Hears!.Parties);
        Assert.Equal(AttemptResult.Answered, Attempts(office)[0].Result);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Theory]
    [InlineData("2", AttemptResult.NotAccepted)]
    [InlineData(null, AttemptResult.VoicemailSuspected)]
    public void MustAccept_AnotherKeyOrNone_TheNextNumberIsDialled(string? pressed, AttemptResult result)
    {
        var (office, caller) = Talk([new ReachNumber(SimulatedOffice.AnnaAtWork) { MustAccept = true }, SimulatedOffice.AnnaMobile], SimulatedPhone.Answers(Second) with { Presses = pressed });
        office.Pbx.SetPhone(SimulatedOffice.AnnaMobile, SimulatedPhone.Answers(Second));
        Transfer(office);
        office.RunUntilStage(CallStage.Transferred);

        Assert.Equal([result, AttemptResult.Answered], Attempts(office).Select(a => a.Result));
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void MustAccept_HangsUpWhileBeingAsked_IsNotAccepted()
    {
        var (office, _) = Talk([new ReachNumber(SimulatedOffice.AnnaAtWork) { MustAccept = true }], SimulatedPhone.Answers(Second, talks: 2 * Second));
        Transfer(office);
        office.RunUntilStage(CallStage.Transfer);
        office.RunUntilStage(CallStage.Conversation);
        Assert.Equal(AttemptResult.NotAccepted, Attempts(office)[0].Result);
    }

    [Fact]
    public void MustAccept_HostIsKilledWhileBeingAsked_TheKeyStillCounts()
    {
        var (office, _) = Talk([new ReachNumber(SimulatedOffice.AnnaAtWork) { MustAccept = true }], SimulatedPhone.Answers(Second) with { Presses = "1", PressesAfter = 12 * Second });
        Transfer(office);
        office.World.RunUntil(() => Attempts(office) is [{ AnsweredAt: not null }], TimeSpan.FromMinutes(1));
        office.World.RunFor(3 * Second);

        office.KillHost();
        office.StartHost();
        office.RunUntilStage(CallStage.Transferred);
        Assert.Equal(AttemptResult.Answered, Assert.Single(Attempts(office)).Result);
    }

    [Fact]
    public void Warm_OperatorSpeaksFirstThenCompletes()
    {
        var (office, caller) = Consult();
        var (op, anna) = Parties(office);
        Assert.Equal(SoundKind.Music, caller.Hears!.Kind);
        Assert.Equal([anna.Leg], op.Hears!.Parties);

        Run(office, calls => calls.CompleteTransferAsync(office.Call().Id));
        office.RunUntilStage(CallStage.Transferred);
        office.World.RunFor(Second);
        Assert.Equal([anna.Leg], caller.Hears!.Parties);
        Assert.True(op.IsGone);
        Assert.Equal(OperatorState.Available, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void Warm_SwapAndThreeWay_WhoTalksWithWhom()
    {
        var (office, caller) = Consult();
        var (op, anna) = Parties(office);

        Run(office, calls => calls.ConsultAsync(office.Call().Id, ConsultWith.Caller));
        office.World.RunFor(Second);
        Assert.Equal((SoundKind.Music, caller.Leg), (anna.Hears!.Kind, Assert.Single(op.Hears!.Parties)));

        Run(office, calls => calls.ConsultAsync(office.Call().Id, ConsultWith.Everybody));
        office.World.RunFor(Second);
        Assert.Equal(2, caller.Hears!.Parties.Count);
        Assert.Equal(2, anna.Hears!.Parties.Count);

        Run(office, calls => calls.ConsultAsync(office.Call().Id, ConsultWith.Employee));
        office.World.RunFor(Second);
        Assert.Equal((SoundKind.Music, anna.Leg), (caller.Hears!.Kind, Assert.Single(op.Hears!.Parties)));
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void Warm_TakenBack_TheCallerIsWithTheOperatorAndTheEmployeeIsOut()
    {
        var (office, caller) = Consult();
        var (op, anna) = Parties(office);
        Run(office, calls => calls.TakeBackAsync(office.Call().Id));
        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(Second);
        Assert.Equal([op.Leg], caller.Hears!.Parties);
        Assert.True(anna.IsGone);
        Assert.Equal((TransferResult.TakenBack, AttemptResult.NotAccepted), (office.Call().Transfers[0].Result, Attempts(office)[0].Result));
    }

    [Fact]
    public void Warm_EmployeeHangsUp_TheCallerIsBack()
    {
        var (office, caller) = Consult();
        var (op, anna) = Parties(office);
        anna.HangUp();
        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(Second);
        Assert.Equal([op.Leg], caller.Hears!.Parties);
    }

    [Fact]
    public void Warm_OperatorHangsUp_CompletesTheTransfer()
    {
        var (office, caller) = Consult();
        var (op, anna) = Parties(office);
        op.HangUp();
        office.RunUntilStage(CallStage.Transferred);
        office.World.RunFor(Second);
        Assert.Equal([anna.Leg], caller.Hears!.Parties);
    }

    [Fact]
    public void Warm_HostIsKilledInTheConsultation_ItGoesOn()
    {
        var (office, caller) = Consult();
        office.KillHost();
        office.StartHost();
        office.World.RunFor(2 * Second);
        Assert.Equal((CallStage.Transfer, ConsultWith.Employee), (office.Call().Stage, office.Call().OpenTransfer?.Consult));
        Run(office, calls => calls.CompleteTransferAsync(office.Call().Id));
        office.RunUntilStage(CallStage.Transferred);
        Assert.False(caller.IsGone);
    }

    [Fact]
    public void TakeBack_WhileItRings_TheCallerIsWithTheOperator()
    {
        var (office, caller) = Talk([SimulatedOffice.AnnaAtWork], SimulatedPhone.NeverAnswers);
        Transfer(office);
        office.World.RunFor(2 * Second);
        Run(office, calls => calls.TakeBackAsync(office.Call().Id));
        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(Second);
        Assert.Equal([office.Call().OperatorLeg!.Value], caller.Hears!.Parties);
        Assert.Equal(AttemptResult.TakenBack, Attempts(office)[0].Result);
    }

    [Fact]
    public void Complete_NobodyOnTheLine_IsRefused()
    {
        var (office, _) = Talk([SimulatedOffice.AnnaAtWork], SimulatedPhone.NeverAnswers);
        var early = office.Host!.Start(() => office.Office.Calls.CompleteTransferAsync(office.Call().Id));
        office.World.RunUntil(() => early.IsCompleted, Second);
        Assert.Equal(CallCommandError.WrongStage, Assert.IsType<CallCommandException>(early.Exception!.InnerException).Error);
    }

    [Fact]
    public void OperatorLeavesAtOnce_NobodyAnswers_TheCallerIsAskedForAMessageToTheEmployee()
    {
        var (office, _) = Talk([SimulatedOffice.AnnaAtWork], SimulatedPhone.Busy, new SimulatedCaller { Message = 5 * Second });
        Transfer(office, new TransferRequest(SimulatedOffice.Anna) { Leave = true });
        var call = office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.MessageTaken, call.Outcome!.Kind);
        Assert.Equal(SimulatedOffice.Anna, Assert.Single(call.Messages).Employee);
        Assert.Equal(OperatorState.Available, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void Kind_OfTheRequest_WinsOverThePlan()
    {
        var (office, _) = Talk([Warm], SimulatedPhone.Answers(Second));
        Transfer(office, new TransferRequest(SimulatedOffice.Anna) { Kind = TransferKind.Blind });
        office.RunUntilStage(CallStage.Transferred);
    }

    [Fact]
    public void Consult_SameCommandAgain_HasOneEffect()
    {
        var (office, _) = Consult();
        var command = CommandId.Parse("swap");
        Run(office, calls => calls.ConsultAsync(office.Call().Id, ConsultWith.Caller, command));
        Run(office, calls => calls.ConsultAsync(office.Call().Id, ConsultWith.Employee));

        Run(office, calls => calls.ConsultAsync(office.Call().Id, ConsultWith.Caller, command));

        Assert.Equal(ConsultWith.Employee, office.Call().OpenTransfer!.Consult);
    }

    [Fact]
    public void Complete_SameCommandAgainAfterTheEnd_IsAnsweredAlikeAndAnotherUnderItsIdIsAConflict()
    {
        var (office, caller) = Consult();
        var (id, command) = (office.Call().Id, CommandId.Parse("done"));
        Run(office, calls => calls.CompleteTransferAsync(id, command));
        Run(office, calls => calls.CompleteTransferAsync(id, command));
        caller.HangUp();
        office.RunUntilClosed();

        Run(office, calls => calls.CompleteTransferAsync(id, command));

        var other = office.Host!.Start(() => office.Office.Calls.TakeBackAsync(id, command));
        office.World.RunUntil(() => other.IsCompleted, 2 * Second);
        Assert.Equal(CallCommandError.Conflict, Assert.IsType<CallCommandException>(other.Exception!.InnerException).Error);
    }

    [Fact]
    public void TakeBack_SameCommandAgainInTheNextTransferOfANewHost_HasNoEffect()
    {
        var (office, _) = Talk([SimulatedOffice.AnnaAtWork], SimulatedPhone.NeverAnswers);
        var command = CommandId.Parse("back");
        Transfer(office);
        office.RunUntilStage(CallStage.Transfer);
        Run(office, calls => calls.TakeBackAsync(office.Call().Id, command));
        office.RunUntilStage(CallStage.Conversation);
        Transfer(office);
        office.RunUntilStage(CallStage.Transfer);
        office.KillHost();
        office.StartHost();

        Run(office, calls => calls.TakeBackAsync(office.Call().Id, command));

        office.World.RunFor(Second);
        Assert.Equal(CallStage.Transfer, office.Call().Stage);
    }

    private static (SimulatedOffice Office, SimulatedParty Caller) Consult()
    {
        var (office, caller) = Talk([Warm], SimulatedPhone.Answers(Second));
        Transfer(office);
        office.World.RunUntil(() => office.Call().OpenTransfer?.Consult is not null, TimeSpan.FromMinutes(1));
        office.World.RunFor(Second);
        return (office, caller);
    }

    private static (SimulatedParty Operator, SimulatedParty Anna) Parties(SimulatedOffice office) =>
        (office.Pbx.FindParty(office.Call().OperatorLeg!.Value)!, office.Pbx.FindParty(Attempts(office)[^1].Leg)!);

    private static (SimulatedOffice Office, SimulatedParty Caller) Talk(IReadOnlyList<ReachNumber> plan, SimulatedPhone annas, SimulatedCaller? behaviour = null)
    {
        var office = new SimulatedOffice(configure: options => options.WrapUp = TimeSpan.Zero, definition: new OfficeDefinition(
            [
                new CompanyDefinition
                {
                    Id = SimulatedOffice.Fox,
                    Name = "Fox Travel",
                    SpokenName = new RecordedPrompt("fox-travel/name"),
                    Version = "v1",
                    Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
                    Employees = [new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", plan)],
                },
            ],
            [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, annas);
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: behaviour ?? SimulatedCaller.Passive);
        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(Second);
        return (office, caller);
    }

    private static IReadOnlyList<TransferAttempt> Attempts(SimulatedOffice office) => office.Call().Transfers is [.., var transfer] ? transfer.Attempts : [];

    private static void Transfer(SimulatedOffice office, TransferRequest? request = null) =>
        Run(office, calls => calls.TransferAsync(office.Call().Id, request ?? SimulatedOffice.Anna));

    private static void Run(SimulatedOffice office, Func<ICalls, Task> command)
    {
        var done = office.Host!.Start(() => command(office.Office.Calls));
        office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
    }
}
