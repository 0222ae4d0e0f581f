using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Callbacks;

/// <summary>Callers nobody served are called back through operators who are free.</summary>
public sealed class CallingBackTests
{
    private static readonly PhoneNumber Ivan = PhoneNumber.Parse("+79215550101");
    private static readonly PhoneNumber Petr = PhoneNumber.Parse("+79215550102");

    private readonly SimulatedOffice _office;

    public CallingBackTests()
    {
        var usual = new SimulatedOffice().Definition;
        var fox = usual.Companies[0] with { Callbacks = new CallbackRules { Automatic = true, Attempts = 2, Every = TimeSpan.FromMinutes(5) } };
        _office = new SimulatedOffice(definition: usual with { Companies = [fox] });
        _office.StartHost();
    }

    [Fact]
    public void CallerGaveUp_IsCalledBackOnceAnOperatorIsFree()
    {
        var missed = GiveUp(Ivan);
        _office.Pbx.SetPhone(Ivan, SimulatedPhone.Answers(TimeSpan.FromSeconds(4)));
        OlgaComes();

        var call = RunUntil(CallStage.Conversation);
        Assert.Equal((missed.Id, missed.EnqueuedAt, SimulatedOffice.Olga), (call.CallsBack, call.EnqueuedAt, call.Operator));
        _office.World.RunFor(TimeSpan.FromSeconds(30));
        HangUp(new NumberTarget(Ivan));
        var ended = RunUntilLastIsClosed();

        Assert.Equal(CallOutcomeKind.Completed, ended.Outcome!.Kind);
        Assert.Equal(ended.Id, Assert.Single(_office.ReadCallbacks()).End?.CalledAgain);
        Assert.Equal([CallSegmentKind.Operator, CallSegmentKind.Operator], ended.Segments.Select(s => s.Kind));
    }

    [Fact]
    public void CallerDoesNotAnswer_IsCalledAgainAfterThePauseAndThenLeftToPeople()
    {
        var missed = GiveUp(Ivan);
        _office.Pbx.SetPhone(Ivan, SimulatedPhone.NeverAnswers);
        OlgaComes();

        _office.World.RunFor(TimeSpan.FromMinutes(30));

        var tries = _office.ReadCalls().Where(c => c.CallsBack == missed.Id).ToList();
        Assert.All(tries, c => Assert.Equal((CallOutcomeKind.NotReached, "The caller did not answer."), (c.Outcome!.Kind, c.Outcome.Detail)));
        Assert.Equal(2, tries.Count);
        Assert.True(tries[1].ReceivedAt - tries[0].EndedAt >= TimeSpan.FromMinutes(5));
        Assert.Equal((2, null), (_office.ReadCallbacks().Single().Attempts, _office.ReadCallbacks().Single().End));
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void TwoCallers_OneOperator_AreCalledOneAfterTheOther()
    {
        var (first, second) = (GiveUp(Ivan), GiveUp(Petr));
        _office.Pbx.SetPhone(Ivan, SimulatedPhone.Answers(TimeSpan.FromSeconds(2)));
        _office.Pbx.SetPhone(Petr, SimulatedPhone.Answers(TimeSpan.FromSeconds(2)));
        OlgaComes();

        RunUntil(CallStage.Conversation);
        _office.World.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal([first.Id], _office.ReadCalls().Where(c => c.CallerDialledAt is not null).Select(c => c.CallsBack));
        HangUp(new NumberTarget(Ivan));
        _office.World.RunUntil(() => _office.ReadCalls().Any(c => c.CallsBack == second.Id && c.Stage == CallStage.Conversation), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void CallerCallsAgainMeanwhile_IsNotCalledAnyMore()
    {
        GiveUp(Ivan);
        OlgaComes(TimeSpan.FromSeconds(18));
        RunUntil(CallStage.Offer);
        var missed = _office.ReadCallbacks().Single().Call;
        _office.World.Run(() => _office.Office.Callbacks.EndAsync(missed, "rita"));

        var ended = RunUntilLastIsClosed();
        Assert.Equal((CallOutcomeKind.NotReached, null), (ended.Outcome!.Kind, ended.CallerDialledAt));
        Assert.Equal(0, _office.ReadCallbacks().Single().Attempts);
    }

    [Fact]
    public void OperatorHangsUpBeforeTheCallerAnswers_EndsTheAttempt()
    {
        GiveUp(Ivan);
        _office.Pbx.SetPhone(Ivan, SimulatedPhone.NeverAnswers);
        OlgaComes();
        RunUntil(CallStage.CallingBack);
        _office.World.RunFor(TimeSpan.FromSeconds(3));
        HangUp(new DeviceTarget(SimulatedOffice.OlgasPhone));

        Assert.Equal(CallOutcomeKind.NotReached, RunUntilLastIsClosed().Outcome!.Kind);
        Assert.Equal(1, _office.ReadCallbacks().Single().Attempts);
    }

    [Fact]
    public void HostIsKilledWhileTheCallerRings_TheNextOneConnectsThem()
    {
        GiveUp(Ivan);
        _office.Pbx.SetPhone(Ivan, SimulatedPhone.Answers(TimeSpan.FromSeconds(10)));
        OlgaComes();
        _office.World.RunUntil(() => _office.ReadCalls()[^1].CallerDialledAt is not null, TimeSpan.FromMinutes(2));
        _office.World.RunFor(TimeSpan.FromSeconds(2));
        _office.KillHost();
        _office.StartHost();

        RunUntil(CallStage.Conversation);
        HangUp(new NumberTarget(Ivan));
        Assert.Equal(CallOutcomeKind.Completed, RunUntilLastIsClosed().Outcome!.Kind);
        Assert.Single(_office.ReadCalls(), c => c.CallsBack is not null);
    }

    [Fact]
    public void HostIsKilledBeforeAnOperatorIsFree_TheNextOneGoesOnWaiting()
    {
        GiveUp(Ivan);
        _office.Pbx.SetPhone(Ivan, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        var missed = _office.ReadCallbacks().Single().Call;
        var call = _office.World.Run(() => _office.Office.Callbacks.CallAsync(missed));
        Assert.Equal(call, _office.World.Run(() => _office.Office.Callbacks.CallAsync(missed)));
        _office.World.RunUntil(() => _office.ReadCalls()[^1].EnqueuedAt is not null, TimeSpan.FromMinutes(1));
        _office.KillHost();
        _office.StartHost();
        OlgaComes();

        Assert.Equal(call, RunUntil(CallStage.Conversation).Id);
    }

    [Fact]
    public void Call_NoTask_IsRefused()
    {
        var error = Assert.Throws<CallCommandException>(() => _office.World.Run(() => _office.Office.Callbacks.CallAsync(new CallId(Guid.CreateVersion7()))));
        Assert.Equal(CallCommandError.UnknownCall, error.Error);
    }

    private CallRecord GiveUp(PhoneNumber number)
    {
        var known = _office.ReadCalls().Count;
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, number.ToString(), "Caller");
        _office.World.RunUntil(() => _office.ReadCalls().Count > known && _office.ReadCalls()[^1].Stage == CallStage.Queue, TimeSpan.FromMinutes(1));
        caller.HangUp();
        return RunUntilLastIsClosed();
    }

    private void HangUp(DialTarget target) => _office.Pbx.FindParty(target)!.HangUp();

    private void OlgaComes(TimeSpan? after = null)
    {
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(after ?? TimeSpan.FromSeconds(1)));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
    }

    private CallRecord RunUntil(CallStage stage)
    {
        _office.World.RunUntil(() => _office.ReadCalls()[^1] is { CallsBack: not null } call && call.Stage == stage, TimeSpan.FromMinutes(5));
        return _office.ReadCalls()[^1];
    }

    private CallRecord RunUntilLastIsClosed()
    {
        _office.World.RunUntil(() => _office.ReadCalls()[^1].IsClosed, TimeSpan.FromMinutes(5));
        return _office.ReadCalls()[^1];
    }
}
