using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class TransferTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new(configure: options => options.WrapUp = TimeSpan.Zero);
    private readonly SimulatedParty _caller;

    public TransferTests()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
    }

    [Fact]
    public void FirstNumberBusy_SecondAnswers_IsTransferred()
    {
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Busy);
        _office.Pbx.SetPhone(SimulatedOffice.AnnaMobile, SimulatedPhone.Answers(3 * Second, talks: 20 * Second));
        Transfer();
        var call = _office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.Transferred, call.Outcome!.Kind);
        Assert.Equal([AttemptResult.Busy, AttemptResult.Answered], call.Transfers[0].Attempts.Select(a => a.Result!.Value));
        Assert.Contains(_caller.Heard, h => h.Sound.Kind == SoundKind.Music);
        Assert.Contains(_caller.Heard, h => h.Sound.Parties.Contains(call.Transfers[0].Attempts[1].Leg));
        Assert.True(_caller.LongestSilence < Second, $"silent for {_caller.LongestSilence}");
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void EmployeeWithoutNumbers_IsRefusedAndTheyTalkOn()
    {
        var boris = EmployeeId.Parse("boris");
        var office = new SimulatedOffice(definition: new OfficeDefinition(
            [new CompanyDefinition { Id = SimulatedOffice.Fox, Name = "Fox Travel", Version = "v1", Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)], Employees = [new Employee(boris, "Boris", null, [])] }],
            [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.RunUntilStage(CallStage.Conversation);

        var (calls, call) = (office.Office.Calls, office.Call().Id);
        var transfer = office.Host!.Start(() => calls.TransferAsync(call, boris));
        office.World.RunUntil(() => transfer.IsCompleted, Second);

        Assert.Equal(CallCommandError.NobodyToDial, Assert.IsType<CallCommandException>(transfer.Exception!.InnerException).Error);
        office.World.RunFor(10 * Second);
        Assert.Equal(CallStage.Conversation, office.Call().Stage);
    }

    [Fact]
    public void BothNumbersFail_CallerIsBackWithTheOperatorWhoTakesAMessage()
    {
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.NeverAnswers);
        _office.Pbx.SetPhone(SimulatedOffice.AnnaMobile, SimulatedPhone.Rejects(Second));
        Transfer();
        _office.RunUntilStage(CallStage.Transfer);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        var call = _office.Call();
        Assert.Equal([AttemptResult.NoAnswer, AttemptResult.Rejected], call.Transfers[0].Attempts.Select(a => a.Result!.Value));
        Assert.Equal([call.OperatorLeg!.Value], _caller.Hears!.Parties);

        var draft = new MessageDraft(SimulatedOffice.Anna, [new MessageField("name", "Ivan"), new MessageField("text", "call me")]);
        var office = _office.Office;
        var taken = _office.Host!.Start(() => office.Calls.TakeMessageAsync(call.Id, draft));
        _office.World.RunUntil(() => taken.IsCompleted, Second);
        _caller.HangUp();
        Assert.Equal(CallOutcomeKind.MessageTaken, _office.RunUntilClosed().Outcome!.Kind);
        _office.World.RunFor(10 * Second);
        var delivered = Assert.Single(_office.Mail.Delivered);
        Assert.Equal("anna@fox.example", delivered.Delivery.Recipient);
        Assert.Equal("Ivan", delivered.Message.Fields[0].Value);
    }

    [Fact]
    public void OperatorHangsUpDuringTransferThatFails_CallerGoesToTheNextOperator()
    {
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.NeverAnswers);
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.Answers(Second));
        Transfer();
        _office.RunUntilStage(CallStage.Transfer);
        _office.Pbx.FindParty(_office.Call().OperatorLeg!.Value)!.HangUp();
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Offline);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        _office.World.RunUntil(() => _office.ReadCalls()[0] is { Stage: CallStage.Conversation, Operator: var op } && op == SimulatedOffice.Pavel, TimeSpan.FromMinutes(5));
        Assert.False(_caller.IsGone);
    }

    [Fact]
    public void CallerHangsUpWhileANumberRings_LeavesNoLeg()
    {
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.NeverAnswers);
        Transfer();
        _office.RunUntilStage(CallStage.Transfer);
        _office.World.RunFor(2 * Second);
        _caller.HangUp();
        var call = _office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Transfer), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Equal(TransferResult.CallerGone, call.Transfers[0].Result);
        Assert.Empty(_office.Pbx.Parties);
    }

    [Fact]
    public void UnknownEmployee_IsRefusedAndTheTalkGoesOn()
    {
        var office = _office.Office;
        var call = _office.Call().Id;
        var transfer = _office.Host!.Start(() => office.Calls.TransferAsync(call, VirtualOffice.Sdk.Companies.EmployeeId.Parse("nobody")));
        _office.World.RunUntil(() => transfer.IsCompleted, Second);
        Assert.Equal(CallCommandError.UnknownEmployee, Assert.IsType<CallCommandException>(transfer.Exception!.InnerException).Error);
        Assert.Equal(CallStage.Conversation, _office.Call().Stage);
    }

    private void Transfer()
    {
        var office = _office.Office;
        var call = _office.Call().Id;
        var transfer = _office.Host!.Start(() => office.Calls.TransferAsync(call, SimulatedOffice.Anna));
        _office.World.RunUntil(() => transfer.IsCompleted, Second);
        Assert.True(transfer.IsCompletedSuccessfully, transfer.Exception?.ToString());
    }
}
