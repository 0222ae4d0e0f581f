using System.Globalization;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>An operator's phone that answers, and whose ear is the test's: what the PBX lets the operator hear. One call at a time.</summary>
internal sealed class ListeningPhone : IAsyncDisposable
{
    private const int Enough = Tone.SampleRate / 2;

    private readonly Sipp _sipp;

    private ListeningPhone(Sipp sipp, Speaker audio) => (_sipp, Audio) = (sipp, audio);

    public Speaker Audio { get; }

    public IReadOnlyList<SipMessage> Messages => _sipp.Messages;

    public static async Task<ListeningPhone> StartAsync(string folder, int port)
    {
        var audio = new Speaker(Ports.Mine.NextSpeech());
        var phone = new ListeningPhone(Sipp.Start(folder, "listener", port, "-key", "rtp", audio.Port.ToString(CultureInfo.InvariantCulture)), audio);
        await phone._sipp.ListensAsync();
        return phone;
    }

    /// <summary>Waits until the phone has been called and answered; returns the call's INVITE.</summary>
    public async Task<SipMessage> AnswersAsync()
    {
        await _sipp.SeesAsync("the phone has answered", message => !message.IsSent && message.Method == "ACK");
        return _sipp.Messages.Last(message => !message.IsSent && message.IsFirstInvite);
    }

    /// <summary>Waits until a voice is heard that is not the caller's tone: a prompt.</summary>
    public Task HearsAPromptAsync() => HearsAsync("the phone hears a prompt", samples => Tone.Level(samples) > 100 && Tone.Share(samples, Speaker.Voice) < 0.5);

    /// <summary>Waits until the caller's tone is heard.</summary>
    public Task HearsTheCallerAsync() => HearsAsync("the phone hears the caller", IsCaller);

    /// <summary>Whether the caller's tone was heard at any time: half a second of it.</summary>
    public bool HasHeardTheCaller => Audio.HeardSince(0).Chunk(Enough).Any(samples => samples.Length == Enough && IsCaller(samples));

    public Task HangUpAsync(SipMessage call) => _sipp.CommandAsync("HANGUP", call.CallId);

    /// <summary>Waits until the PBX has hung up.</summary>
    public Task IsOverAsync() => _sipp.SeesAsync("the call at the phone is over", message => !message.IsSent && message.Method == "BYE");

    public async ValueTask DisposeAsync()
    {
        await _sipp.DisposeAsync();
        await Audio.DisposeAsync();
    }

    private Task HearsAsync(string what, Func<short[], bool> condition)
    {
        var mark = Audio.Heard;
        return Eventually.HoldsAsync(what, () => Audio.HeardSince(mark) is { Length: >= Enough } heard && condition(heard[^Enough..]));
    }

    private static bool IsCaller(short[] samples) => Tone.Share(samples, Speaker.Voice) > 0.7 && Tone.Level(samples) > 500;
}
