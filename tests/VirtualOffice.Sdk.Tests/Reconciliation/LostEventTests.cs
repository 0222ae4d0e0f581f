using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Reconciliation;

/// <summary>Events that the PBX never reports although the connection stands: the next comparison finds out.</summary>
public sealed class LostEventTests
{
    private static readonly TimeSpan NextComparison = TimeSpan.FromSeconds(35);

    private readonly SimulatedOffice _office = new();

    [Fact]
    public void CallerInTheQueueHungUp_IsAbandonedAtTheNextComparison()
    {
        _office.StartHost();
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.RunUntilStage(CallStage.Queue);

        LoseEndsOf(caller.Leg);
        caller.HangUp();
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        Assert.Null(_office.Call().Outcome);

        _office.World.RunFor(NextComparison);
        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Queue), (_office.Call().Outcome!.Kind, _office.Call().Outcome!.Stage));
        Assert.True(_office.Call().IsClosed);
    }

    [Fact]
    public void CallerInConversationHungUp_IsCompletedAndTheOperatorFree()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.RunUntilStage(CallStage.Conversation);

        LoseEndsOf(caller.Leg);
        caller.HangUp();

        _office.RunUntilClosed(NextComparison);
        Assert.Equal(CallOutcomeKind.Completed, _office.Call().Outcome!.Kind);
        _office.World.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal(OperatorState.Available, _office.Office.Operators.List().Single(o => o.Definition.Id == SimulatedOffice.Olga).State);
        Assert.Empty(_office.Pbx.Parties);
    }

    [Fact]
    public void CallCameUnseen_IsTakenAtTheNextComparison()
    {
        _office.StartHost();
        _office.World.RunFor(TimeSpan.FromSeconds(5));
        _office.Pbx.Faults.OnEvent = _ => true;
        _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        _office.Pbx.Faults.OnEvent = null;
        Assert.Empty(_office.ReadCalls());

        _office.World.RunUntil(() => _office.ReadCalls().Count == 1, NextComparison);
    }

    private void LoseEndsOf(LegId leg) => _office.Pbx.Faults.OnEvent = e => e is LegEnded && e.Leg == leg;
}
