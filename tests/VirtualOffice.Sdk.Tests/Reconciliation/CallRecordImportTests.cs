using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Reconciliation;

/// <summary>Calls that came while no host was there: each is in the journal soon after one is, once.</summary>
public sealed class CallRecordImportTests
{
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(1);

    private readonly SimulatedOffice _office = new(pbx: new SimulatedPbxOptions { FallbackMessageLimit = TimeSpan.FromSeconds(30) });

    [Fact]
    public void CallerSpokeToTheFallback_BecomesAMessageThatIsDelivered()
    {
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", "Ivan");
        _office.World.RunUntil(() => _office.Pbx.FallbackCalls.Count == 1, Recovery);
        _office.World.RunFor(TimeSpan.FromSeconds(6));
        caller.Speak(TimeSpan.FromSeconds(8));
        _office.World.RunFor(TimeSpan.FromSeconds(9));
        caller.HangUp();
        _office.World.RunFor(TimeSpan.FromSeconds(1));

        _office.StartHost();
        _office.World.RunFor(Recovery);

        var call = _office.Call();
        Assert.Equal(CallOutcomeKind.TakenByFallback, call.Outcome!.Kind);
        Assert.True(call.IsClosed);
        var message = Assert.Single(call.Messages);
        Assert.Equal((MessageKind.Voice, "+79215550101"), (message.Kind, message.Caller.Number?.ToString()));
        Assert.Equal(RecordingState.Stored, Assert.Single(call.Recordings).State);
        Assert.Equal(DeliveryState.Delivered, Assert.Single(_office.World.Run(() => _office.Journal.Outbox.ReadAsync(call.Id, CancellationToken.None))).State);
        Assert.Empty(_office.Pbx.Recordings);
    }

    [Fact]
    public void CallerHungUpBeforeTheFallback_IsMissed()
    {
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.World.RunFor(TimeSpan.FromSeconds(2));
        caller.HangUp();

        _office.StartHost();
        _office.World.RunFor(Recovery);

        var call = _office.Call();
        Assert.Equal((CallOutcomeKind.MissedWhileDown, SimulatedOffice.Fox), (call.Outcome!.Kind, call.Company!.Value));
        Assert.Empty(call.Messages);
    }

    [Fact]
    public void HostsComeAndGo_EveryCallIsImportedOnce()
    {
        for (var i = 0; i < 5; i++)
        {
            var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, $"7921555010{i}");
            _office.World.RunFor(TimeSpan.FromSeconds(1));
            caller.HangUp();
            _office.StartHost(wait: false);
            _office.World.RunFor(TimeSpan.FromSeconds(i));
            _office.KillHost();
        }

        _office.StartHost();
        _office.World.RunFor(Recovery);

        var calls = _office.ReadCalls();
        Assert.Equal(5, calls.Count);
        Assert.Equal(5, calls.Select(c => c.CallerLeg).Distinct().Count());
        Assert.All(calls, call => Assert.True(call.IsClosed));
    }

    [Fact]
    public void CallOfTheOffice_IsNotImportedAgain()
    {
        _office.StartHost();
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.World.RunFor(TimeSpan.FromSeconds(3));
        caller.HangUp();
        _office.World.RunFor(Recovery);

        Assert.Equal(CallOutcomeKind.Abandoned, _office.Call().Outcome!.Kind);
    }
}
