using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class AbandonedTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(CallStage.Ringing, false)]
    [InlineData(CallStage.Queue, false)]
    [InlineData(CallStage.Offer, true)]
    [InlineData(CallStage.Message, false)]
    public void CallerHangsUp_OutcomeNamesTheStageAndNothingIsLeft(CallStage stage, bool operatorThere)
    {
        var office = new SimulatedOffice(configure: options => options.WaitLimit = 20 * Second);
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.NeverAnswers);
        if (operatorThere)
        {
            office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        }

        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        office.RunUntilStage(stage);
        office.World.RunFor(Second);
        caller.HangUp();
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.Abandoned, stage), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Empty(office.Pbx.Parties);
        Assert.Empty(office.Pbx.Bridges);
        if (operatorThere)
        {
            Assert.Equal(OperatorState.Available, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
        }
    }

    [Fact]
    public void CallerHangsUpDuringAnOfferWhileThePbxCannotTell_OperatorStaysReservedUntilTheOfferHasEnded()
    {
        var office = new SimulatedOffice(configure: options => options.AnswerAfter = 3 * Second);
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.NeverAnswers);
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        office.RunUntilStage(CallStage.Offer);

        office.Pbx.Faults.ConnectError = TelephonyError.Unavailable;
        office.Pbx.DropConnection();
        caller.HangUp();
        office.World.RunFor(6 * Second);
        Assert.Equal(OperatorState.Offered, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);

        office.Pbx.Faults.ConnectError = null;
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Offer), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Equal(OperatorState.Available, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void CallerHangsUp_AtEveryMillisecondOfAnOffer_NothingIsLeft()
    {
        for (var ms = 0; ms < 120; ms++)
        {
            var office = new SimulatedOffice(seed: ms);
            office.StartHost();
            office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromMilliseconds(20)));
            office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
            var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
            office.World.RunFor(TimeSpan.FromMilliseconds(ms));
            caller.HangUp();
            office.RunUntilClosed();
            office.World.RunFor(5 * Second);
            Assert.Empty(office.Pbx.Parties);
            Assert.Empty(office.Pbx.Bridges);
            Assert.NotEqual(OperatorState.Offered, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
            Assert.NotEqual(OperatorState.OnCall, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
        }
    }
}
