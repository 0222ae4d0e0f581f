using System.Globalization;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>Somebody who calls over the trunk: SIPp speaks SIP, the test speaks and hears for it.</summary>
internal sealed class SippCaller : IAsyncDisposable
{
    private const int Enough = Tone.SampleRate / 2;

    private static int _number;

    private readonly Sipp _sipp;
    private readonly string _callId;

    private SippCaller(Sipp sipp, string callId, string number, Speaker audio)
    {
        _sipp = sipp;
        _callId = callId;
        Number = number;
        Audio = audio;
    }

    /// <summary>The caller's own number: every caller of a run has another.</summary>
    public string Number { get; }

    public Speaker Audio { get; }

    public IReadOnlyList<SipMessage> Messages => _sipp.Messages;

    /// <summary>Calls. <paramref name="from"/> replaces the whole From value.</summary>
    public static SippCaller Call(string folder, string dialled, string? from = null)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"+7921555{++_number:0000}");
        var callId = Guid.NewGuid().ToString("N");
        var audio = new Speaker(Ports.Mine.NextSpeech());
        var sipp = Sipp.Start(folder, "caller", Ports.Mine.NextSignalling(),
            $"127.0.0.1:{Ports.Mine.Sip}", "-s", dialled, "-m", "1", "-cid_str", callId,
            "-key", "from", from ?? $"<sip:{number}@127.0.0.1>", "-key", "rtp", audio.Port.ToString(CultureInfo.InvariantCulture));
        return new SippCaller(sipp, callId, number, audio);
    }

    /// <summary>An operator's phone calls on its second line.</summary>
    public static SippCaller CallFromPhone(string folder, string device, string dialled)
    {
        var callId = Guid.NewGuid().ToString("N");
        var audio = new Speaker(Ports.Mine.NextSpeech());
        var sipp = Sipp.Start(folder, "device", Ports.Mine.NextSignalling(),
            $"127.0.0.1:{Ports.Mine.Sip}", "-s", dialled, "-m", "1", "-cid_str", callId, "-au", device, "-ap", device,
            "-key", "from", $"<sip:{device}@127.0.0.1>", "-key", "rtp", audio.Port.ToString(CultureInfo.InvariantCulture));
        return new SippCaller(sipp, callId, device, audio);
    }

    /// <summary>The value of Refer-To by which an attended transfer has this line replaced.</summary>
    /// <param name="uri">Whom the line called, in angle brackets.</param>
    public string ReplaceMe(string uri)
    {
        var answer = Messages.Last(IsAnswer);
        return $"{uri[..^1]}?Replaces={Uri.EscapeDataString($"{_callId};to-tag={TagOf("To")};from-tag={TagOf("From")}")}>";

        string TagOf(string header) => answer.Header(header).Split(";tag=")[1].Split(';')[0];
    }

    public Task<SipMessage> RingsAsync() => _sipp.SeesAsync("the caller hears ringing", IsRinging);

    /// <summary>Waits for the answer; the caller speaks from then on.</summary>
    public async Task<SipMessage> IsAnsweredAsync()
    {
        var answer = await _sipp.SeesAsync("the call is answered", IsAnswer);
        Audio.SpeakTo(answer.Audio()!);
        return answer;
    }

    /// <summary>Waits until the call is answered or refused for good.</summary>
    public Task<SipMessage> IsDecidedAsync() => _sipp.SeesAsync("the call is answered or refused", message => message.Status >= 200 && message.Answers("INVITE"));

    /// <summary>Hangs up: CANCEL before the answer, BYE after it.</summary>
    public Task HangUpAsync() => _sipp.CommandAsync("HANGUP", _callId);

    public bool IsAnswered => Messages.Any(IsAnswer);

    /// <summary>Whether the call is over on the caller's side.</summary>
    public bool HasEnded => _sipp.HasExited;

    /// <summary>Waits until the call is over on the caller's side, whoever ended it.</summary>
    public Task EndsAsync(TimeSpan? within = null) => _sipp.EndsAsync(within);

    /// <summary>Whether the PBX has hung up on the caller.</summary>
    public bool WasHungUpOn => Messages.Any(message => !message.IsSent && message.Method == "BYE");

    /// <summary>When the caller's line was up: from the answer to the first BYE.</summary>
    public TimeSpan Talked()
    {
        var messages = Messages;
        return messages.First(message => message.Method == "BYE").At - messages.First(IsAnswer).At;
    }

    /// <summary>Waits until the caller hears the own voice come back: from now on, so what came before does not count.</summary>
    public Task HearsItselfAsync(TimeSpan? within = null)
        => HearsAsync("the caller hears the echo of its own voice", samples => Tone.Share(samples, Speaker.Voice) > 0.7 && Tone.Level(samples) > 500, within);

    /// <summary>Waits until the caller hears this tone, which somebody else makes.</summary>
    public Task HearsAsync(int hertz) =>
        HearsAsync($"the caller hears {hertz} Hz", samples => Tone.Share(samples, hertz) > 0.5 && Tone.Level(samples) > 200, null);

    /// <summary>Waits until the caller hears something that is not its own voice: music, a prompt.</summary>
    public Task HearsSomethingElseAsync(TimeSpan? within = null)
        => HearsAsync("the caller hears music or a voice", IsSomethingElse, within);

    /// <summary>As <see cref="HearsSomethingElseAsync"/>, for what does not last: what was heard before the call of this method, and after the mark, counts.</summary>
    public Task HasHeardSomethingElseAsync(int mark = 0) =>
        Eventually.HoldsAsync("the caller hears music or a voice, or has heard it", () => Audio.HeardSince(mark).Chunk(Enough).Any(IsSomethingElse));

    /// <summary>Whether the caller has heard something that is not its own voice at any time: half a second of it.</summary>
    public bool HasHeardSomethingElse => Audio.HeardSince(0).Chunk(Enough).Any(IsSomethingElse);

    public async ValueTask DisposeAsync()
    {
        await _sipp.DisposeAsync();
        await Audio.DisposeAsync();
    }

    /// <summary>Half a second of sound, all of it heard after the call of this method, satisfies the condition.</summary>
    private async Task HearsAsync(string what, Func<short[], bool> condition, TimeSpan? within)
    {
        var mark = Audio.Heard;
        await Eventually.HoldsAsync(what, () => Audio.HeardSince(mark) is { Length: >= Enough } heard && condition(heard[^Enough..]), within);
    }

    private static bool IsSomethingElse(short[] samples) => samples.Length == Enough && Tone.Level(samples) > 100 && Tone.Share(samples, Speaker.Voice) < 0.5;

    private static bool IsRinging(SipMessage message) => message.Status == 180;

    private static bool IsAnswer(SipMessage message) => message.Status == 200 && !message.IsSent && message.Answers("INVITE");
}
