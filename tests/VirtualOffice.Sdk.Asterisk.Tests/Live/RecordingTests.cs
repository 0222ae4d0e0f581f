using System.Diagnostics;
using VirtualOffice.Sdk.Asterisk.Tests.Sip;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>What is in the files that the real Asterisk records.</summary>
public sealed class RecordingTests(AsteriskServer server) : LiveTest(server)
{
    private const double Off = 1.5;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Conversation_IdleMusicAloneTogetherAndIdleAgain_IsAsLongAsItLasted(bool sendsSilence) => AgainstTheClock.MeasuresAsync(() => RecordAllAsync(sendsSilence));

    private async Task RecordAllAsync(bool sendsSilence)
    {
        Bench.DevicePhone.OnCall = call =>
        {
            call.Voice.SendsNothing = !sendsSilence;
            call.Decide(200);
            call.Voice.Speak(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        };
        await using var reader = new ProviderReader(Bench.Provider);
        var (caller, leg) = await AnsweredAsync(reader, call => call.Voice.SendsNothing = !sendsSilence);
        var request = Request();
        await Bench.Provider.DialAsync(request, Cancellation);
        await reader.SeesAsync<LegAnswered>();
        var lasted = Stopwatch.StartNew();
        var id = await RecordAsync(leg, RecordingSource.Conversation);
        var startedFor = lasted.Elapsed.TotalSeconds;
        await PassAsync(1.5);
        await Bench.Provider.StartMusicAsync(leg, Cancellation);
        await PassAsync(1);
        var bridge = new BridgeId("main", "vo-" + Bench.NewId());
        await Bench.Provider.JoinAsync(bridge, leg, Cancellation);
        await PassAsync(1);
        var together = Stopwatch.StartNew();
        await Bench.Provider.JoinAsync(bridge, request.Leg, Cancellation);
        await PassAsync(1.5);
        await Bench.Provider.LeaveAsync(bridge, leg, Cancellation);
        together.Stop();
        await PassAsync(1);
        await Bench.Provider.RingAsync(leg, Cancellation);
        await PassAsync(1);
        await PlayAsync(reader, leg);
        var message = await RecordAsync(leg, RecordingSource.Party);
        await PassAsync(3);
        await Bench.Provider.StopRecordingAsync(message, Cancellation);
        await reader.SeesAsync<RecordingFinished>(e => e.Recording == message);
        await PlayAsync(reader, leg);

        var hungUpAfter = lasted.Elapsed.TotalSeconds;
        caller.HangUp();

        var finished = await reader.SeesAsync<RecordingFinished>(e => e.Recording == id);
        var elapsed = lasted.Elapsed.TotalSeconds;
        var wav = await FetchAsync(id);
        TestContext.Current.TestOutputHelper!.WriteLine($"lasted {elapsed}, reported {finished.Duration}, file {wav.Seconds}, phone {wav.SecondsOf(AsteriskTestBench.PhonePitch)}, sound {wav.SecondsOfSound()}");
        Assert.InRange(wav.Seconds, hungUpAfter - startedFor - Off, elapsed + Off);
        Assert.InRange(finished.Duration.TotalSeconds, wav.Seconds - 1 - Off, wav.Seconds + 1 + Off);
        if (sendsSilence)
        {
            Assert.InRange(wav.SecondsOf(AsteriskTestBench.PhonePitch), 0.5, together.Elapsed.TotalSeconds + Off);
        }
    }

    private async Task<(SipCall Caller, LegId Leg)> AnsweredAsync(ProviderReader reader, Action<SipCall>? prepare = null)
    {
        await reader.SeesAsync<PbxConnected>();
        var caller = Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        prepare?.Invoke(caller);
        var offered = await reader.SeesAsync<LegOffered>();
        await Bench.Provider.AnswerAsync(offered.Leg, Cancellation);
        Assert.Equal(200, await caller.Decided.WaitAsync(Bench.Deadline, Cancellation));
        return (caller, offered.Leg);
    }

    private async Task PlayAsync(ProviderReader reader, LegId leg)
    {
        var playback = new PlaybackId("main", Bench.NewId());
        await Bench.Provider.PlayAsync(leg, playback, new RecordedPrompt(Bench.KnownPrompt), Cancellation);
        Assert.True((await reader.SeesAsync<PlaybackFinished>(e => e.Playback == playback)).Completed);
    }

    private async Task<RecordingId> RecordAsync(LegId leg, RecordingSource source)
    {
        var id = RecordingId.Parse(Bench.NewId());
        Assert.Equal(CommandResult.Done, await Bench.Provider.StartRecordingAsync(new RecordingRequest { Id = id, Leg = leg, Source = source }, Cancellation));
        return id;
    }

    private async Task<WavFile> FetchAsync(RecordingId id)
    {
        await using var file = await Bench.Provider.FetchRecordingAsync(id, Cancellation);
        using var copy = new MemoryStream();
        await file!.CopyToAsync(copy, Cancellation);
        await Bench.Provider.DeleteRecordingAsync(id, Cancellation);
        return WavFile.Parse(copy.ToArray());
    }

    private static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Cancellation);
}
