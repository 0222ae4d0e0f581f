using VirtualOffice.Sdk.Asterisk.Tests.Sip;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>Somebody who calls the real Asterisk, and hears what it really sends.</summary>
internal sealed class AsteriskTestParty(SipCall call, TimeSpan deadline) : ITestParty
{
    /// <summary>The frequency of the tones in eng/asterisk/indications.conf.</summary>
    private const int RingPitch = 425;

    /// <summary>A second of looks.</summary>
    private const int LooksOfSilence = 20;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(0.4);

    public SipCall Call => call;

    public bool IsGone => call.Ended.IsCompleted;

    public Task HangUpAsync(CancellationToken cancellationToken)
    {
        call.HangUp();
        return Task.CompletedTask;
    }

    public Task<bool> SpeakAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        call.Voice.Speak(duration);
        return Task.FromResult(true);
    }

    public async Task<bool> PressAsync(char digit, CancellationToken cancellationToken)
    {
        await call.PressAsync(digit).WaitAsync(deadline, cancellationToken);
        return true;
    }

    public async Task<bool?> WaitUntilHearsAsync(TestSound sound, CancellationToken cancellationToken)
    {
        // Only what is heard from now on counts.
        var mark = call.Voice.Heard;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(deadline);
        for (var look = 1; !limit.IsCancellationRequested; look++)
        {
            if (sound == TestSound.Silence && look % LooksOfSilence == 0)
            {
                // A muted party may send nothing at all.
                if (call.Voice.Heard - mark < Enough.TotalSeconds * Tone.SampleRate)
                {
                    return true;
                }

                mark = call.Voice.Heard;
            }

            if (sound == TestSound.Ringing && call is { Ringing.IsCompleted: true, Decided.IsCompleted: false })
            {
                return true;
            }

            if (call.Voice.Heard - mark >= Enough.TotalSeconds * Tone.SampleRate && Is(sound, call.Voice.Last(Enough)))
            {
                return true;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return false;
    }

    private static bool Is(TestSound sound, short[] heard)
    {
        var (level, party, ring) = (Tone.Level(heard), Tone.Share(heard, AsteriskTestBench.PhonePitch), Tone.Share(heard, RingPitch));
        return sound switch
        {
            TestSound.Party => level > 500 && party > 0.7,
            TestSound.Ringing => level > 500 && ring > 0.7,
            TestSound.Silence => level < 50,
            _ => level > 50 && party < 0.5 && ring < 0.5,
        };
    }
}
