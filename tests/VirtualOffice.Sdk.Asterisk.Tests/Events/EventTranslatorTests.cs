using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Asterisk.Tests.Ari;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Events;

public sealed class EventTranslatorTests : IDisposable
{
    private readonly StubHandler _asterisk = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly AsteriskInstruments _instruments = new();
    private readonly TestLog _log = new();
    private readonly BackgroundCommands _background;
    private readonly AriHttp _http;
    private readonly LegTable _legs;
    private readonly PlaybackTable _playbacks = new();
    private readonly RecordingTable _recordings = new();
    private readonly EventBuffer _buffer = new(1000);
    private readonly EventTranslator _translator;
    private readonly AriEventReader _reader = new();

    public EventTranslatorTests()
    {
        var options = new AsteriskOptions { Url = new Uri("http://127.0.0.1:8088"), User = "user", Password = "secret" };
        _http = new AriHttp("main", options, new OfficeRuntime { Clock = _clock, Ids = new TestIds(), Random = new Random(1) }, _instruments, _asterisk);
        var ari = new AriClient(_http, "voffice");
        _legs = new LegTable("main", _clock);
        var outlet = new EventOutlet();
        outlet.Open(_buffer);
        _background = new BackgroundCommands("main", _log);
        var reports = new LegReports(_legs, _playbacks, outlet);
        var recordingReports = new RecordingReports(_recordings, ari, outlet, _background, _clock);
        var endings = new LegEndings(ari, reports, recordingReports, _background, TimeSpan.FromSeconds(5), _clock);
        _translator = new EventTranslator("voffice", _legs, reports, recordingReports, endings, new DialStrings(new AsteriskOptions()), new ListeningCommands(ari, _legs, _background, new AsteriskOptions(), new OfficeRuntime { Clock = _clock, Ids = new Live.TestIds(), Random = new Random(1) }), outlet, _log);
    }

    public void Dispose()
    {
        _background.Dispose();
        _http.Dispose();
        _instruments.Dispose();
        _asterisk.Dispose();
    }

    [Fact]
    public void StasisStart_Caller_IsOffered()
    {
        Send(Corpus.Find("StasisStart", e => e["args"]!.AsArray().Count == 1));
        var offered = Assert.IsType<LegOffered>(Assert.Single(Written()));
        Assert.Equal("+78124540001", offered.Dialled);
        Assert.Equal("+79215550101", offered.Caller.Number?.ToString());
    }

    [Theory]
    [InlineData("Snoop/1-0001")]
    [InlineData("Recorder/ARI-0001")]
    [InlineData("UnicastRTP/127.0.0.1:1-0x1")]
    [InlineData("Announcer/ARI-0001;1")]
    public void StasisStart_ChannelOfAsterisksOwnMaking_IsNoLeg(string name)
    {
        Send("StasisStart", "1.1", e =>
        {
            e["channel"]!["name"] = name;
            e["args"] = new JsonArray();
        });
        Assert.Empty(Written());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("*")]
    [InlineData("D")]
    public void ChannelDtmfReceived_IsAKeyPressed(string digit)
    {
        Add("leg");
        Send("ChannelDtmfReceived", "leg", e => e["digit"] = digit);
        Assert.Equal(digit[0], Assert.IsType<DigitPressed>(Assert.Single(Written())).Digit);
    }

    [Theory]
    [InlineData("ChannelHold", true)]
    [InlineData("ChannelUnhold", false)]
    public void ChannelHold_IsAHeldLeg(string type, bool isHeld)
    {
        Add("leg");
        Send("ChannelDtmfReceived", "leg", e => e["type"] = type);
        Assert.Equal(isHeld, Assert.IsType<LegHeld>(Assert.Single(Written())).IsHeld);
    }

    [Fact]
    public void AnyEvent_OfAnotherApplication_IsIgnored()
    {
        Send("StasisStart", "1.1", e => (e["application"], e["args"]) = ("other", new JsonArray("+7")));
        Assert.Empty(Written());
    }

    [Fact]
    public void Leg_AnyOrderOfReports_IsReportedOnceAndInOrder() => Gen.Int[0, 7].Array[0, 30].Sample(
        kinds =>
        {
            Add("leg");
            foreach (var kind in kinds)
            {
                SendKind(kind, "leg");
            }

            var written = Written().Select(e => e.GetType()).ToList();
            Type[] order = [typeof(LegRinging), typeof(LegAnswered), typeof(LegEnded)];
            Remove("leg");
            return written.SequenceEqual(order.Where(written.Contains)) && (written.Contains(typeof(LegEnded)) == kinds.Contains(6));
        },
        threads: 1);

    [Fact]
    public async Task StasisEnd_WithoutTheChannelsEnd_EndsTheLegAllTheSame()
    {
        Add("leg");
        SendKind(7, "leg");
        Assert.Empty(Written());
        await PassAsync(TimeSpan.FromSeconds(2), () => _legs.Find("leg") is null);
        Assert.Equal(new LegEnded(new LegId("main", "leg"), LegEndCause.Normal), Assert.Single(Written()));
    }

    [Fact]
    public void StasisEnd_OfACaller_IsTheEnd()
    {
        Send("StasisStart", "1.1", e => e["args"] = new JsonArray("+78124540001"));
        SendKind(7, "1.1");
        Assert.Equal(LegEndCause.Normal, Assert.IsType<LegEnded>(Written()[^1]).Cause);
    }

    [Fact]
    public void Leg_EndsWithPromptsPlaying_FinishesThemFirst()
    {
        var leg = Add("leg");
        lock (leg.Gate)
        {
            _playbacks.Begin(leg, "one");
        }

        SendKind(6, "leg");

        var written = Written();
        Assert.False(Assert.IsType<PlaybackFinished>(written[0]).Completed);
        Assert.IsType<LegEnded>(written[1]);
        Send("PlaybackFinished", null, e => (e["playback"]!["id"], e["playback"]!["target_uri"]) = ("one", "channel:leg"));
        Assert.Empty(Written());
    }

    [Theory]
    [InlineData("done", true)]
    [InlineData("failed", false)]
    public void PlaybackFinished_State_TellsWhetherItWasHeard(string state, bool completed)
    {
        var leg = Add("leg");
        lock (leg.Gate)
        {
            _playbacks.Begin(leg, "one");
        }

        for (var i = 0; i < 2; i++)
        {
            Send("PlaybackFinished", null, e => (e["playback"]!["id"], e["playback"]!["target_uri"], e["playback"]!["state"]) = ("one", "channel:leg", state));
        }

        Assert.Equal(completed, Assert.IsType<PlaybackFinished>(Assert.Single(Written())).Completed);
    }

    [Fact]
    public void RecordingFinished_OncePerRecording_WithSpeechWhereItWasMeasured()
    {
        _recordings.TryAdd(new AsteriskRecording(RecordingId.Parse("r"), new LegId("main", "leg"), RecordingSource.Party) { MeasuresSpeech = true });
        for (var i = 0; i < 2; i++)
        {
            Send("RecordingFinished", null, e => (e["recording"]!["name"], e["recording"]!["duration"], e["recording"]!["talking_duration"]) = ("r", 7, 4));
        }

        Assert.Equal(
            new RecordingFinished(new LegId("main", "leg"), RecordingId.Parse("r"), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(4)),
            Assert.Single(Written()));
    }

    [Fact]
    public async Task Leg_EndsAndNoRecordingIsReported_ReportsItAsFailedAndHangsUpTheEar()
    {
        Add("leg");
        _recordings.TryAdd(new AsteriskRecording(RecordingId.Parse("r"), new LegId("main", "leg"), RecordingSource.Conversation));
        SendKind(6, "leg");
        Assert.IsType<LegEnded>(Assert.Single(Written()));

        await PassAsync(TimeSpan.FromSeconds(2), () => _recordings.Find("r") is null);

        Assert.IsType<RecordingFailed>(Assert.Single(Written()));
        await Eventually.HoldsAsync("the ear is hung up", () => _asterisk.Requests.Contains("DELETE channels/snoop-r?reason_code=16"));
    }

    [Fact]
    public async Task StasisStart_OfALegThatWasGivenUp_IsHungUp()
    {
        var leg = Add("leg");
        leg.Wish = LegEndCause.NoAnswer;
        Send("StasisStart", "leg", e => e["args"] = new JsonArray(StasisArguments.Leg, Guid.NewGuid().ToString("N"), "Operator"));
        await Eventually.HoldsAsync("it is hung up", () => _asterisk.Requests.Contains("DELETE channels/leg?reason_code=19"));
        Assert.True(leg.Started.IsCompleted);
    }

    [Fact]
    public async Task StasisStart_OfAnUnknownLegOrEar_IsHungUp()
    {
        Send("StasisStart", "lost", e => e["args"] = new JsonArray(StasisArguments.Leg, Guid.NewGuid().ToString("N"), "Operator"));
        Send("StasisStart", "snoop-lost", e => e["args"] = new JsonArray(StasisArguments.Snoop, "lost", "1.1"));
        await Eventually.HoldsAsync("both are hung up", () => _asterisk.Requests.Count == 2);
        Assert.Equal(["DELETE channels/lost?reason_code=16", "DELETE channels/snoop-lost?reason_code=16"], _asterisk.Requests.Order());
        Assert.Empty(Written());
    }

    [Fact]
    public void ApplicationReplaced_EndsTheConnectionForGood()
    {
        Send(Corpus.Find("ApplicationReplaced"));
        Assert.Equal(TelephonyError.Replaced, _buffer.Reason?.Error);
    }

    private AsteriskLeg Add(string channel) => _legs.Add(channel, new LegTag(new CallId(Guid.CreateVersion7()), LegRole.Operator), out _);

    private void Remove(string channel)
    {
        if (_legs.Find(channel) is { } leg)
        {
            _legs.Remove(leg);
        }
    }

    private void SendKind(int kind, string channel)
    {
        var (type, change) = kind switch
        {
            0 => ("ChannelStateChange", new Action<JsonObject>(e => e["channel"]!["state"] = "Ringing")),
            1 => ("Dial", e => e["dialstatus"] = "RINGING"),
            2 => ("Dial", e => e["dialstatus"] = "PROGRESS"),
            3 => ("ChannelStateChange", e => e["channel"]!["state"] = "Up"),
            4 => ("Dial", e => e["dialstatus"] = "ANSWER"),
            5 => ("ChannelEnteredBridge", _ => { }),
            6 => ("ChannelDestroyed", e => e["cause"] = 16),
            _ => ("StasisEnd", _ => { }),
        };
        Send(type, channel, change);
    }

    private void Send(string type, string? channel, Action<JsonObject> change) => Send(Encoding.UTF8.GetString(Corpus.Change(Corpus.Find(type), e =>
    {
        if (channel is not null)
        {
            e[type == "Dial" ? "peer" : "channel"]!["id"] = channel;
        }

        change(e);
    })));

    private void Send(string json)
    {
        Assert.Equal(AriEventOutcome.Read, _reader.Read(Encoding.UTF8.GetBytes(json), out var read));
        _translator.Translate(in read);
    }

    private List<TelephonyEvent> Written()
    {
        var written = new List<TelephonyEvent>();
        while (_buffer.Reader.TryRead(out var e))
        {
            _buffer.Taken();
            written.Add(e);
        }

        return written;
    }

    /// <summary>Lets time pass for what waits for it in the background.</summary>
    private Task PassAsync(TimeSpan time, Func<bool> isDone) => Eventually.HoldsAsync($"it is done after {time}", () =>
    {
        _clock.Advance(time);
        return isDone();
    });
}
