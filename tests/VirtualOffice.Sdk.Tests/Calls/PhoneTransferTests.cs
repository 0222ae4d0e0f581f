using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>Transfers asked for with the keys of an operator's phone: they are the office's own.</summary>
public sealed class PhoneTransferTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly PhoneNumber ByHand = PhoneNumber.Parse("+78125550101");

    private readonly SimulatedOffice _office;
    private SimulatedParty _caller = null!;

    public PhoneTransferTests() => _office = new SimulatedOffice(configure: options => options.WrapUp = TimeSpan.Zero, definition: new OfficeDefinition(
        [
            new CompanyDefinition
            {
                Id = SimulatedOffice.Fox,
                Name = "Fox Travel",
                Version = "v1",
                Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
                Employees = [new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", [new ReachNumber(SimulatedOffice.AnnaAtWork) { RingTime = 5 * Second }])],
                Dialling = new DialPolicy { Allow = ["7812555"] },
            },
        ],
        [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));

    private SimulatedParty Olga => _office.Pbx.FindParty(_office.Call().Offers[0].Leg)!;

    private CallTransfer Transfer => _office.Call().Transfers[^1];

    [Theory]
    [InlineData("anna", "anna")]
    [InlineData("+78125550101", "number:+78125550101")]
    [InlineData("78125550101", "number:+78125550101")]
    public void Blind_SomebodyAnswers_CallerIsConnectedAndThePhoneIsTold(string dialled, string target)
    {
        Talk(SimulatedPhone.Answers(2 * Second));
        _office.Pbx.SetPhone(ByHand, SimulatedPhone.Answers(2 * Second));

        Olga.AskForTransfer(dialled);
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(Second);

        Assert.Equal(TransferTarget.Parse(target), Transfer.Target);
        Assert.Equal([_office.Call().EmployeeLeg!.Value], _caller.Hears!.Parties);
        Assert.Equal([PhoneTransferState.Trying, PhoneTransferState.Answered], Olga.TransferReports);
        Assert.True(Olga.IsGone);
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
        Assert.True(_caller.LongestSilence < Second, $"silent for {_caller.LongestSilence}");
        _caller.HangUp();
        Assert.Equal(CallOutcomeKind.Transferred, _office.RunUntilClosed().Outcome!.Kind);
    }

    [Fact]
    public void Blind_NobodyAnswers_PhoneIsToldAndTakesTheCallerBack()
    {
        Talk(SimulatedPhone.NeverAnswers);
        Olga.Hold(true);
        Olga.AskForTransfer("anna");
        _office.RunUntilStage(CallStage.Transfer);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        Assert.Equal([PhoneTransferState.Trying, PhoneTransferState.Unavailable], Olga.TransferReports);
        Assert.Equal(SoundKind.Music, _caller.Hears!.Kind);

        Olga.Hold(false);
        _office.World.RunFor(Second);
        Assert.Equal([Olga.Leg], _caller.Hears!.Parties);
        Assert.Equal((TransferResult.Failed, AttemptResult.NoAnswer), (Transfer.Result, Transfer.Attempts[0].Result));
    }

    [Fact]
    public void Blind_PhoneHangsUpAtOnceAndNobodyAnswers_CallerGetsAnotherOperator()
    {
        Talk(SimulatedPhone.NeverAnswers);
        Olga.AskForTransfer("anna");
        _office.RunUntilStage(CallStage.Transfer);
        Olga.HangUp();
        _office.World.RunUntil(() => _office.Call().Offers.Count == 2, TimeSpan.FromMinutes(1));
        Assert.False(_caller.IsGone);
        Assert.True(_caller.LongestSilence < Second, $"silent for {_caller.LongestSilence}");
    }

    [Theory]
    [InlineData("+79219990077")]
    [InlineData("nobody")]
    [InlineData("+78124540001")]
    [InlineData("112")]
    public void Blind_MayNotBe_IsDeclinedAndNothingIsDialled(string dialled)
    {
        Talk(SimulatedPhone.Answers(Second));
        Olga.AskForTransfer(dialled);
        _office.World.RunFor(5 * Second);
        Assert.Equal([PhoneTransferState.Declined], Olga.TransferReports);
        Assert.Equal([Olga.Leg], _caller.Hears!.Parties);
        Assert.Equal(2, _office.Pbx.Parties.Count);
        Assert.Empty(_office.Call().Transfers);
    }

    [Fact]
    public void Blind_HostIsKilledWhileItRings_GoesOnAndThePhoneIsTold()
    {
        Talk(SimulatedPhone.Answers(4 * Second));
        Olga.AskForTransfer("anna");
        _office.RunUntilStage(CallStage.Transfer);
        _office.World.RunFor(Second);
        _office.KillHost();
        _office.StartHost();
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(Second);
        Assert.Equal(PhoneTransferState.Answered, Olga.TransferReports[^1]);
        Assert.True(Olga.IsGone);
    }

    [Fact]
    public void Blind_TakenBackAtTheDesk_PhoneIsToldAndKeepsTheCall()
    {
        Talk(SimulatedPhone.NeverAnswers);
        Olga.AskForTransfer("anna");
        _office.RunUntilStage(CallStage.Transfer);
        Run(calls => calls.TakeBackAsync(_office.Call().Id));
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        Assert.Equal(PhoneTransferState.Declined, Olga.TransferReports[^1]);
        Assert.Equal([Olga.Leg], _caller.Hears!.Parties);
    }

    [Fact]
    public void SecondLine_EmployeeAnswers_OperatorTalksThereAndTheCallerHearsMusic()
    {
        var line = Consult();
        Assert.Equal((SoundKind.Music, Anna.Leg), (_caller.Hears!.Kind, Assert.Single(line.Hears!.Parties)));
        Assert.Equal([line.Leg], Anna.Hears!.Parties);
        Assert.True(_caller.LongestSilence < Second, $"silent for {_caller.LongestSilence}");
    }

    [Fact]
    public void SecondLine_AttendedTransfer_ConnectsTheTwoAndFreesThePhone()
    {
        var line = Consult();
        Olga.AskForTransfer(line);
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(Second);
        Assert.Equal([Anna.Leg], _caller.Hears!.Parties);
        Assert.Equal(PhoneTransferState.Answered, Olga.TransferReports[^1]);
        Assert.True(Olga.IsGone && line.IsGone);
        Assert.Equal(AttemptResult.Answered, Transfer.Attempts[0].Result);
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void SecondLine_AskedForAtTheOtherLine_ConnectsTheTwoAlike()
    {
        var line = Consult();
        line.AskForTransfer(Olga);
        _office.RunUntilStage(CallStage.Transferred);
    }

    [Fact]
    public void SecondLine_CompletedAtTheDesk_FreesBothLines()
    {
        var line = Consult();
        Run(calls => calls.CompleteTransferAsync(_office.Call().Id));
        _office.RunUntilStage(CallStage.Transferred);
        _office.World.RunFor(Second);
        Assert.True(Olga.IsGone && line.IsGone);
        Assert.Equal([Anna.Leg], _caller.Hears!.Parties);
    }

    [Fact]
    public void SecondLine_HungUp_OperatorHasTheCallerBack()
    {
        var line = Consult();
        line.HangUp();
        _office.RunUntilStage(CallStage.Conversation);
        Olga.Hold(false);
        _office.World.RunFor(Second);
        Assert.Equal([Olga.Leg], _caller.Hears!.Parties);
        Assert.True(Anna.IsGone);
        Assert.Equal(TransferResult.TakenBack, Transfer.Result);
    }

    [Fact]
    public void SecondLine_HungUpWhileItRings_OperatorHasTheCallerBack()
    {
        var line = CallFromPhone(SimulatedPhone.NeverAnswers, "anna");
        _office.World.RunFor(2 * Second);
        Assert.Equal(SoundKind.Ringing, line.Hears!.Kind);
        line.HangUp();
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        Assert.Equal(AttemptResult.TakenBack, Transfer.Attempts[0].Result);
        Assert.Equal(2, _office.Pbx.Parties.Count);
    }

    [Fact]
    public void SecondLine_NobodyAnswers_LineEndsAndTheOperatorKeepsTheCaller()
    {
        var line = CallFromPhone(SimulatedPhone.NeverAnswers, "anna");
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        Assert.True(line.IsGone);
        Assert.False(Olga.IsGone);
        Assert.Equal(TransferResult.Failed, Transfer.Result);
    }

    [Fact]
    public void SecondLine_HostIsKilledInTheConsultation_ItGoesOn()
    {
        var line = Consult();
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(2 * Second);
        Assert.Equal(Anna.Leg, Assert.Single(line.Hears!.Parties));
        Olga.AskForTransfer(line);
        _office.RunUntilStage(CallStage.Transferred);
        Assert.False(_caller.IsGone);
    }

    [Fact]
    public void SecondLine_SwappedAtTheDesk_OperatorTalksOnTheFirst()
    {
        var line = Consult();
        Run(calls => calls.ConsultAsync(_office.Call().Id, ConsultWith.Caller));
        _office.World.RunFor(Second);
        Assert.Equal([Olga.Leg], _caller.Hears!.Parties);
        Assert.Equal(SoundKind.Music, Anna.Hears!.Kind);
        Assert.Empty(line.Hears!.Parties);
    }

    [Fact]
    public void SecondLine_MayNotBe_IsRefusedAndTheConversationGoesOn()
    {
        Talk(SimulatedPhone.Answers(Second));
        var line = _office.Pbx.PlaceCallFromPhone(SimulatedOffice.OlgasPhone, "+79219990077");
        _office.World.RunFor(2 * Second);
        Assert.Equal(LegEndCause.Rejected, line.EndCause);
        Assert.Equal([Olga.Leg], _caller.Hears!.Parties);
    }

    [Fact]
    public void PhoneCalls_OperatorHasNoCall_IsRefused()
    {
        _office.StartHost();
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var line = _office.Pbx.PlaceCallFromPhone(SimulatedOffice.OlgasPhone, "anna");
        _office.World.RunFor(2 * Second);
        Assert.Equal(LegEndCause.Rejected, line.EndCause);
        Assert.Empty(_office.ReadCalls());
    }

    [Fact]
    public void TransferAskedFor_WhileAnotherIsUnderWay_IsDeclined()
    {
        Talk(SimulatedPhone.NeverAnswers);
        Run(calls => calls.TransferAsync(_office.Call().Id, SimulatedOffice.Anna));
        _office.RunUntilStage(CallStage.Transfer);
        Olga.AskForTransfer("+78125550101");
        _office.World.RunFor(Second);
        Assert.Equal([PhoneTransferState.Declined], Olga.TransferReports);
        Assert.Single(_office.Call().Transfers);
    }

    private SimulatedParty Anna => _office.Pbx.FindParty(Transfer.Attempts[^1].Leg)!;

    private SimulatedParty Consult()
    {
        var line = CallFromPhone(SimulatedPhone.Answers(2 * Second), "anna");
        _office.World.RunUntil(() => _office.Call().OpenTransfer?.Consult is not null, TimeSpan.FromMinutes(1));
        _office.World.RunFor(Second);
        return line;
    }

    private SimulatedParty CallFromPhone(SimulatedPhone annas, string dialled)
    {
        Talk(annas);
        Olga.Hold(true);
        var line = _office.Pbx.PlaceCallFromPhone(SimulatedOffice.OlgasPhone, dialled);
        _office.RunUntilStage(CallStage.Transfer);
        return line;
    }

    private void Talk(SimulatedPhone annas)
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, annas);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
    }

    private void Run(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
    }
}
