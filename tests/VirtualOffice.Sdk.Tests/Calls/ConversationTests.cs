using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class ConversationTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new(configure: options => options.WrapUp = TimeSpan.Zero);

    [Fact]
    public void Caller_AnsweredByOperator_TalksAndIsCompleted()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(2 * Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);

        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Talks = 30 * Second });
        var call = _office.RunUntilClosed();

        Assert.Equal((CallOutcomeKind.Completed, CallStage.Conversation), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Equal(SimulatedOffice.Olga, call.Operator);
        Assert.Equal("+79215550101", call.Caller.Number!.ToString());
        Assert.True(caller.FirstAudibleAt > call.ReceivedAt || call.ReceivedAt <= caller.FirstAudibleAt);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
        Assert.Equal(RecordingState.Stored, call.CallRecording!.State);
        Assert.InRange(call.CallRecording.Stored!.Duration, 29 * Second, 31 * Second);
        Assert.Empty(_office.Pbx.Parties);
        Assert.Empty(_office.Pbx.Bridges);
        Assert.Empty(_office.Pbx.Recordings);
    }

    [Fact]
    public void Operators_WhoRejectMissOrAreGone_GiveThreeResultsAndTheNextIsTried()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Rejects(Second), SimulatedPhone.Unreachable);
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.NeverAnswers, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);

        _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Talks = 5 * Second });
        var call = _office.RunUntilClosed();

        Assert.Equal(
            [(SimulatedOffice.Olga, OfferResult.Rejected), (SimulatedOffice.Pavel, OfferResult.Missed), (SimulatedOffice.Olga, OfferResult.DeviceGone), (SimulatedOffice.Pavel, OfferResult.Accepted)],
            call.Offers.Select(o => (o.Operator, o.Result!.Value)));
        Assert.Equal(CallOutcomeKind.Completed, call.Outcome!.Kind);
        Assert.Equal("Phone unreachable", _office.Office.Operators.Find(SimulatedOffice.Olga)!.Reason);
    }

    [Fact]
    public void Operator_WhoHangsUp_EndsTheCall()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second, talks: 10 * Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        Assert.Equal(CallOutcomeKind.Completed, _office.RunUntilClosed().Outcome!.Kind);
        Assert.True(caller.IsGone);
    }

    [Fact]
    public void Operator_WhoIsLost_LeavesTheCallerToTheNext()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        _office.RunUntilStage(CallStage.Conversation);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Offline);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        _office.Pbx.FindParty(_office.Call().OperatorLeg!.Value)!.HangUp(VirtualOffice.Sdk.Telephony.LegEndCause.Failed);
        _office.World.RunUntil(() => _office.ReadCalls()[0].Operator == SimulatedOffice.Pavel, TimeSpan.FromMinutes(1));
        Assert.False(caller.IsGone);
        caller.HangUp();
        Assert.Equal(CallOutcomeKind.Completed, _office.RunUntilClosed().Outcome!.Kind);
    }

    [Fact]
    public void UnknownNumber_IsRefusedAndJournaled()
    {
        _office.StartHost();
        var caller = _office.Pbx.PlaceCall("+70000000000");
        var call = _office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.Refused, RefusalReason.UnknownNumber), (call.Outcome!.Kind, call.Outcome.Refusal!.Value));
        Assert.Null(caller.AnsweredAt);
        Assert.True(caller.IsGone);
    }

    [Fact]
    public void Greeting_IsPlayedBeforeAnOperatorIsRung()
    {
        var office = new SimulatedOffice(greeting: new VirtualOffice.Sdk.Telephony.RecordedPrompt("welcome"));
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Talks = 5 * Second });
        var call = office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.Completed, call.Outcome!.Kind);
        Assert.Contains(caller.Heard, h => h.Sound.Prompt == "welcome" && h.To - h.From == 3 * Second);
    }
}
