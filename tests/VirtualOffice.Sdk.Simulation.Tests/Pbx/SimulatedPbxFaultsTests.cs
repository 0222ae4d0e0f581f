using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedPbxFaultsTests
{
    private readonly PbxFixture _fixture = new PbxFixture().Connect();

    [Theory]
    [InlineData(CommandFault.RequestLost, TelephonyError.Unavailable, LegState.Ringing)]
    [InlineData(CommandFault.Refused, TelephonyError.Refused, LegState.Ringing)]
    [InlineData(CommandFault.ReplyLost, TelephonyError.Unavailable, LegState.Up)]
    public void FailNextCommand_Answer_FailsOnce(CommandFault fault, TelephonyError error, LegState after)
    {
        var caller = _fixture.Call();

        _fixture.Pbx.Faults.FailNextCommand(fault);
        var thrown = Assert.Throws<TelephonyException>(() => _fixture.Do(p => p.AnswerAsync(caller.Leg, default)));

        Assert.Equal((error, after), (thrown.Error, caller.State));
        Assert.Equal(CommandResult.Done, _fixture.Do(p => p.AnswerAsync(caller.Leg, default)));
    }

    [Fact]
    public void OnCommand_ChosenCommands_Fail()
    {
        var caller = _fixture.Call();
        _fixture.Pbx.Faults.OnCommand = command => command is { Name: "Answer", Leg: { } leg } && leg == caller.Leg ? CommandFault.Refused : CommandFault.None;

        Assert.Throws<TelephonyException>(() => _fixture.Do(p => p.AnswerAsync(caller.Leg, default)));
        Assert.Equal(CommandResult.Done, _fixture.Do(p => p.RingAsync(caller.Leg, default)));
    }

    [Fact]
    public void FailNextCommand_LostDial_CanBeRepeated()
    {
        _fixture.Pbx.SetPhone(PbxFixture.Desk, SimulatedPhone.NeverAnswers);
        var request = _fixture.Request(new DeviceTarget(PbxFixture.Desk));
        _fixture.Pbx.Faults.FailNextCommand(CommandFault.RequestLost);
        Assert.Throws<TelephonyException>(() => _fixture.Do(p => p.DialAsync(request, default)));

        Assert.Equal(CommandResult.Gone, _fixture.Do(p => p.HangUpAsync(request.Leg, LegEndCause.Normal, default)));
        Assert.Equal(CommandResult.Done, _fixture.Do(p => p.DialAsync(request, default)));
        Assert.NotNull(_fixture.Pbx.FindParty(request.Leg));
    }

    [Fact]
    public void RepeatedEvents_All_ComeTwiceAndInOrder()
    {
        _fixture.Pbx.Faults.RepeatedEvents = 1;
        _fixture.Pbx.Faults.MaxEventDelay = TimeSpan.FromSeconds(2);
        _fixture.Events.Clear();
        _fixture.Pbx.SetPhone(PbxFixture.Mobile, SimulatedPhone.Answers(TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.1)));

        _fixture.Do(p => p.DialAsync(_fixture.Request(new NumberTarget(PbxFixture.Mobile)), default));
        _fixture.Pass(20);

        Assert.Equal(
            [nameof(LegRinging), nameof(LegRinging), nameof(LegAnswered), nameof(LegAnswered), nameof(LegEnded), nameof(LegEnded)],
            _fixture.EventNames);
    }

    [Theory]
    [InlineData(TaskOrder.Fifo)]
    [InlineData(TaskOrder.Seeded)]
    public void MaxEventDelay_ManyLegs_KeepsTheOrderOfEachLegAndNoOtherOrder(TaskOrder order)
    {
        var fixture = new PbxFixture(order: order).Connect();
        fixture.Pbx.Faults.MaxEventDelay = TimeSpan.FromSeconds(5);
        fixture.Pbx.SetOtherNumbers(_ => SimulatedPhone.Answers(TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.1)));
        for (var i = 0; i < 20; i++)
        {
            var request = fixture.Request(new NumberTarget(PbxFixture.Mobile), $"out-{i}");
            fixture.Do(p => p.DialAsync(request, default));
        }

        fixture.Pass(60);

        var events = fixture.Events.OfType<LegEvent>().ToList();
        Assert.Equal(60, events.Count);
        Assert.All(
            events.GroupBy(e => e.Leg),
            leg => Assert.Equal([nameof(LegRinging), nameof(LegAnswered), nameof(LegEnded)], leg.Select(e => e.GetType().Name)));
        Assert.NotEqual(events.OfType<LegRinging>().Select(e => e.Leg), events.OfType<LegEnded>().Select(e => e.Leg));
    }

    [Fact]
    public void TrunkIsDown_Number_IsUnreachableAndDevicesAreNot()
    {
        _fixture.Pbx.Faults.TrunkIsDown = true;
        _fixture.Pbx.SetPhone(PbxFixture.Mobile, SimulatedPhone.NeverAnswers);
        _fixture.Pbx.SetPhone(PbxFixture.Desk, SimulatedPhone.NeverAnswers);

        _fixture.Do(p => p.DialAsync(_fixture.Request(new NumberTarget(PbxFixture.Mobile), "out-1"), default));
        _fixture.Do(p => p.DialAsync(_fixture.Request(new DeviceTarget(PbxFixture.Desk), "out-2"), default));
        _fixture.Pass(5);

        Assert.Equal(LegEndCause.Unreachable, Assert.Single(_fixture.Events.OfType<LegEnded>()).Cause);
    }

    [Fact]
    public void FailNextRecording_Once_IsReported()
    {
        var caller = _fixture.AnsweredCall();
        _fixture.Pbx.Faults.FailNextRecording("disk full");
        RecordingRequest Request(string id) => new() { Id = RecordingId.Parse(id), Leg = caller.Leg, Source = RecordingSource.Conversation };

        _fixture.Do(p => p.StartRecordingAsync(Request("r1"), default));
        _fixture.Do(p => p.StartRecordingAsync(Request("r2"), default));
        _fixture.Pass(1);

        Assert.Equal("disk full", Assert.Single(_fixture.Events.OfType<RecordingFailed>()).Reason);
        Assert.Equal("r2", Assert.Single(_fixture.Pbx.Recordings).Value);
    }

    [Fact]
    public void MaxRecordingLatency_LegEnds_RecordingIsReportedLater()
    {
        var fixture = new PbxFixture(new SimulatedPbxOptions { MaxRecordingLatency = TimeSpan.FromSeconds(2) }).Connect();
        var caller = fixture.AnsweredCall();
        var id = RecordingId.Parse("r1");
        fixture.Do(p => p.StartRecordingAsync(new RecordingRequest { Id = id, Leg = caller.Leg, Source = RecordingSource.Conversation }, default));

        caller.HangUp();
        Assert.Null(fixture.Do(p => p.FetchRecordingAsync(id, default)));
        fixture.Pass(5);

        Assert.Equal([nameof(LegEnded), nameof(RecordingFinished)], fixture.EventNames.TakeLast(2));
        Assert.NotNull(fixture.Do(p => p.FetchRecordingAsync(id, default)));
    }

    [Fact]
    public void SameSeed_SameEvents()
    {
        static string Trace(int seed)
        {
            var fixture = new PbxFixture(seed: seed, order: TaskOrder.Seeded).Connect();
            fixture.Pbx.Faults.MaxEventDelay = TimeSpan.FromSeconds(1);
            fixture.Pbx.Faults.RepeatedEvents = 0.3;
            for (var i = 0; i < 10; i++)
            {
                fixture.Call(new SimulatedCaller { Patience = TimeSpan.FromSeconds(i) });
            }

            fixture.Pass(20);
            return string.Join('\n', fixture.Events);
        }

        Assert.Equal(Trace(4), Trace(4));
        Assert.NotEqual(Trace(4), Trace(5), StringComparer.Ordinal);
    }
}
