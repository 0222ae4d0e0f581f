using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedPbxHearingTests
{
    private readonly PbxFixture _fixture = new PbxFixture().Connect();

    [Fact]
    public void Caller_BeforeAnyCommand_HearsRingingByThePbxOnly()
    {
        var caller = _fixture.Call();

        _fixture.Pass(3);

        Assert.Equal(SoundKind.RingingByPbx, caller.Hears?.Kind);
        Assert.Null(caller.FirstAudibleAt);
        Assert.Equal(LegState.Ringing, caller.State);
    }

    [Fact]
    public void Caller_ThroughACall_HearsEachThingInOrder()
    {
        var caller = _fixture.Call();
        _fixture.Do(p => p.RingAsync(caller.Leg, default));
        _fixture.Pass(1);
        _fixture.Do(p => p.AnswerAsync(caller.Leg, default));
        _fixture.Do(p => p.PlayAsync(caller.Leg, new PlaybackId("pbx", "p1"), new RecordedPrompt("greeting"), default));
        _fixture.Pass(4);
        _fixture.Do(p => p.StartMusicAsync(caller.Leg, default));
        _fixture.Pass(1);
        var desk = _fixture.AnsweredDesk();
        foreach (var leg in new[] { caller.Leg, desk.Leg })
        {
            _fixture.Do(p => p.JoinAsync(new BridgeId("pbx", "b1"), leg, default));
        }

        _fixture.Pass(10);
        desk.HangUp();
        _fixture.Pass(2);

        Assert.Equal(
            ["RingingByPbx", "Ringing", "Silence", "prompt greeting", "Silence", "Music", "Silence", "parties pbx:out-1", "Silence"],
            caller.Heard.Select(span => span.Sound.ToString()));
        Assert.Equal(caller.Heard[1].From, caller.FirstAudibleAt);
        Assert.Equal(caller.Leg, Assert.Single(desk.Heard[^1].Sound.Parties));
        Assert.True(caller.LongestSilence >= TimeSpan.FromSeconds(2));
        Assert.All(caller.Heard.Zip(caller.Heard.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Caller_WithMessage_SpeaksAfterTheBeepAndHangsUp()
    {
        var caller = _fixture.AnsweredCall(new SimulatedCaller { Message = TimeSpan.FromSeconds(6) });
        var recording = RecordingId.Parse("voice");

        _fixture.Do(p => p.StartRecordingAsync(
            new RecordingRequest
            {
                Id = recording,
                Leg = caller.Leg,
                Source = RecordingSource.Party,
                Beep = true,
                MaxDuration = TimeSpan.FromSeconds(60),
                MaxSilence = TimeSpan.FromSeconds(4),
            },
            default));
        _fixture.World.RunUntil(() => caller.IsGone);
        _fixture.Pass(1);

        var finished = Assert.Single(_fixture.Events.OfType<RecordingFinished>());
        Assert.Equal((recording, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(6)), (finished.Recording, finished.Duration, finished.Speech));
        Assert.Equal(["Beep", "Listening"], caller.Heard.Select(span => span.Sound.ToString()).TakeLast(2));
        Assert.True(_fixture.Events.FindIndex(e => e is RecordingFinished) < _fixture.Events.FindIndex(e => e is LegEnded));
    }

    [Fact]
    public void Caller_Silent_IsRecordedUntilTheSilenceLimit()
    {
        var caller = _fixture.AnsweredCall();

        _fixture.Do(p => p.StartRecordingAsync(
            new RecordingRequest { Id = RecordingId.Parse("voice"), Leg = caller.Leg, Source = RecordingSource.Party, MaxSilence = TimeSpan.FromSeconds(4) },
            default));
        _fixture.Pass(1);
        caller.Speak(TimeSpan.FromSeconds(2));
        _fixture.Pass(30);

        var finished = Assert.Single(_fixture.Events.OfType<RecordingFinished>());
        Assert.Equal(7, finished.Duration.TotalSeconds, 0.1);
        Assert.Equal(TimeSpan.FromSeconds(2), finished.Speech);
        Assert.False(caller.IsGone);
    }

    [Fact]
    public void Caller_OutOfPatience_HangsUpUnlessAPersonIsHeard()
    {
        var waiting = _fixture.Call(new SimulatedCaller { Patience = TimeSpan.FromSeconds(8) });
        var served = _fixture.AnsweredCall(new SimulatedCaller { Patience = TimeSpan.FromSeconds(8), Talks = TimeSpan.FromSeconds(30) });
        var desk = _fixture.AnsweredDesk();
        foreach (var leg in new[] { served.Leg, desk.Leg })
        {
            _fixture.Do(p => p.JoinAsync(new BridgeId("pbx", "b1"), leg, default));
        }

        _fixture.Pass(20);
        Assert.True(waiting.IsGone);
        Assert.False(served.IsGone);

        _fixture.Pass(15);
        Assert.True(served.IsGone);
        Assert.Equal(30, (served.EndedAt - served.Heard.First(span => span.Sound.Kind == SoundKind.Parties).From)!.Value.TotalSeconds, 0.01);
    }
}
