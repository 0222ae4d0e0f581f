using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Tests.Offices;

namespace VirtualOffice.Sdk.Tests.Hosting;

public sealed class OfficeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new(configure: options => options.WrapUp = TimeSpan.Zero);

    [Fact]
    public void StartAsync_Twice_Throws()
    {
        _office.StartHost();
        var error = Assert.Throws<VirtualOfficeException>(() => _office.World.Run(() => _office.Office.StartAsync()));
        Assert.Contains("can be started once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_BeforeStart_SaysWhatToCall()
    {
        _office.StartHost(wait: false);
        var error = Assert.Throws<VirtualOfficeException>(() => _office.Office.Calls);
        Assert.Contains("call StartAsync first", error.Message, StringComparison.Ordinal);
        Assert.Throws<VirtualOfficeException>(() => _office.Office.Messages);
        Assert.Throws<VirtualOfficeException>(() => _office.Office.Recordings);
    }

    [Fact]
    public void StopAsync_LeavesTheCallUpAtThePbxAndANewHostGoesOn()
    {
        _office.StartHost();
        var caller = Conversation();
        Stop();
        Assert.False(_office.Pbx.IsConnected);
        _office.World.RunFor(30 * Second);
        Assert.False(caller.IsGone);
        Assert.Equal(2, _office.Pbx.Parties.Count);
        Assert.Single(_office.Pbx.Bridges);
        Assert.Null(_office.Call().Outcome);

        _office.StartHost();
        _office.World.RunFor(10 * Second);
        Assert.Equal((CallStage.Conversation, SimulatedOffice.Olga), (_office.Call().Stage, _office.Call().Operator));
        Assert.Equal(OperatorState.OnCall, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
        caller.HangUp();
        var call = _office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.Completed, call.Outcome!.Kind);
        Assert.Single(call.Offers);
        Assert.Empty(_office.Pbx.Parties);
    }

    [Fact]
    public void StopAsync_Twice_IsDoneOnce()
    {
        _office.StartHost();
        Stop();
        Stop();
        Assert.False(_office.Pbx.IsConnected);
    }

    private SimulatedParty Conversation()
    {
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        return caller;
    }

    private void Stop()
    {
        var office = _office.Office;
        var stopped = _office.Host!.Start(() => office.StopAsync());
        _office.World.RunUntil(() => stopped.IsCompleted, TimeSpan.FromMinutes(1));
        Assert.True(stopped.IsCompletedSuccessfully);
        _office.World.RunFor(Second);
    }
}
