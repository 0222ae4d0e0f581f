using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Supervision;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Supervision;

/// <summary>A supervisor listens, whispers and joins; the call itself is never touched.</summary>
public sealed class CallListeningTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new(configure: options => options.WrapUp = TimeSpan.Zero);
    private readonly SimulatedParty _caller;

    public CallListeningTests()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
    }

    private SimulatedParty Operator => _office.Pbx.FindParty(_office.Call().OperatorLeg!.Value)!;

    private SimulatedParty? Ear => _office.Pbx.Parties.FirstOrDefault(p => p.Tag is { Role: LegRole.Supervisor });

    [Fact]
    public void Listen_HearsBothAndNobodyNotices()
    {
        Listen(ListeningMode.Listen);
        Assert.Equal(new[] { _caller.Leg, Operator.Leg }.ToHashSet(), Ear!.Hears!.Parties.ToHashSet());
        Assert.Equal([Operator.Leg], _caller.Hears!.Parties);
        Assert.Equal([_caller.Leg], Operator.Hears!.Parties);
        Assert.True(Assert.Single(_office.Office.Supervision.List()) is { IsConnected: true, Mode: ListeningMode.Listen, By: "rita" });
    }

    [Fact]
    public void Whisper_OnlyTheOperatorHears_ThenBarge_BothDo()
    {
        Listen(ListeningMode.Listen);
        Listen(ListeningMode.Whisper);
        Assert.Equal([Operator.Leg], _caller.Hears!.Parties);
        Assert.Contains(Ear!.Leg, Operator.Hears!.Parties);

        Listen(ListeningMode.Barge);
        Assert.Contains(Ear!.Leg, _caller.Hears!.Parties);
        Assert.Contains(Ear!.Leg, Operator.Hears!.Parties);

        Listen(ListeningMode.Listen);
        Assert.Equal([Operator.Leg], _caller.Hears!.Parties);
        Assert.Equal([_caller.Leg], Operator.Hears!.Parties);
    }

    [Fact]
    public void Stop_LetsThePhoneGoAndTheCallGoesOn()
    {
        Listen(ListeningMode.Barge);
        Assert.True(_office.Office.Supervision.Stop(SimulatedOffice.Pavel));
        _office.World.RunFor(Second);
        Assert.Null(Ear);
        Assert.Empty(_office.Office.Supervision.List());
        Assert.False(_office.Office.Supervision.Stop(SimulatedOffice.Pavel));
        Assert.Equal([Operator.Leg], _caller.Hears!.Parties);
    }

    [Fact]
    public void CallEnds_LetsThePhoneGo()
    {
        Listen(ListeningMode.Whisper);
        _caller.HangUp();
        _office.RunUntilClosed();
        _office.World.RunFor(Second);
        Assert.Empty(_office.Pbx.Parties);
        Assert.Empty(_office.Office.Supervision.List());
        Assert.Equal(CallOutcomeKind.Completed, _office.Call().Outcome!.Kind);
    }

    [Fact]
    public void SupervisorHangsUp_CallGoesOn()
    {
        Listen(ListeningMode.Listen);
        Ear!.HangUp();
        _office.World.RunFor(Second);
        Assert.Empty(_office.Office.Supervision.List());
        Assert.Equal(CallStage.Conversation, _office.Call().Stage);
    }

    [Fact]
    public void HostIsKilled_TheNextLetsThePhoneGoAndTheCallGoesOn()
    {
        Listen(ListeningMode.Listen);
        var ear = Ear!.Leg;
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(5 * Second);
        Assert.True(_office.Pbx.FindParty(ear)!.IsGone);
        Assert.Equal(CallStage.Conversation, _office.Call().Stage);
        Assert.Equal([Operator.Leg], _caller.Hears!.Parties);
    }

    [Fact]
    public void ConnectionIsInterrupted_ListeningGoesOn()
    {
        Listen(ListeningMode.Listen);
        _office.Pbx.DropConnection();
        _office.World.RunFor(5 * Second);
        Assert.Contains(_caller.Leg, Ear!.Hears!.Parties);
    }

    [Theory]
    [InlineData(OperatorPresence.Available, "take a break")]
    public void SupervisorWhoTakesCalls_IsRefusedWithTheReason(OperatorPresence presence, string why)
    {
        _office.SetPresence(SimulatedOffice.Pavel, presence);
        Refused(CallCommandError.NotAllowed, why);
    }

    [Fact]
    public void NobodyTalks_IsRefused()
    {
        _caller.HangUp();
        _office.RunUntilClosed();
        Refused(CallCommandError.UnknownCall, "no call");
    }

    private void Refused(CallCommandError error, string why)
    {
        var refused = _office.Host!.Start(() => _office.Office.Supervision.ListenAsync(_office.Call().Id, SimulatedOffice.Pavel, ListeningMode.Listen, "rita"));
        _office.World.RunUntil(() => refused.IsCompleted, Second);
        var exception = Assert.IsType<CallCommandException>(refused.Exception!.InnerException);
        Assert.Equal(error, exception.Error);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
    }

    private void Listen(ListeningMode mode)
    {
        _office.World.Run(() => _office.Office.Supervision.ListenAsync(_office.Call().Id, SimulatedOffice.Pavel, mode, "rita"));
        _office.World.RunFor(3 * Second);
        Assert.NotNull(Ear);
    }
}
