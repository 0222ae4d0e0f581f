using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Fuzzing;

/// <summary>What was told of each leg, and that it makes sense.</summary>
internal sealed class LegLedger
{
    private readonly Dictionary<LegId, List<Type>> _told = [];
    private readonly HashSet<(LegId Leg, PlaybackId Playback)> _played = [];
    private readonly HashSet<RecordingId> _recorded = [];

    public void Write(TelephonyEvent e)
    {
        switch (e)
        {
            case LegOffered offered:
                Check(offered.Leg.Value.Length is > 0 and < AriTexts.MaxText && offered.Dialled.Length <= AriTexts.MaxText, e);
                Check(offered.Caller == CallerId.Clean(offered.Caller.Text, offered.Caller.Name), e);

                // A channel that comes again is a new leg.
                _told[offered.Leg] = [];
                _played.RemoveWhere(p => p.Leg == offered.Leg);
                break;
            case LegRinging ringing:
                Tell(ringing.Leg, e, typeof(LegRinging), typeof(LegAnswered), typeof(LegEnded));
                break;
            case LegAnswered answered:
                Tell(answered.Leg, e, typeof(LegAnswered), typeof(LegEnded));
                break;
            case LegEnded ended:
                Tell(ended.Leg, e, typeof(LegEnded));
                break;
            case LegHeld held:
                Check(held.Leg.Value.Length is > 0 and < AriTexts.MaxText, e);
                break;
            case PlaybackFinished finished:
                Check(_played.Add((finished.Leg, finished.Playback)), e);
                break;
            case RecordingFinished finished:
                Check(_recorded.Add(finished.Recording) && finished.Duration >= TimeSpan.Zero && (finished.Speech ?? TimeSpan.Zero) >= TimeSpan.Zero, e);
                break;
            case RecordingFailed failed:
                Check(_recorded.Add(failed.Recording) && failed.Reason.Length is > 0 and <= AriTexts.MaxText, e);
                break;
            default:
                Check(false, e);
                break;
        }
    }

    private void Tell(LegId leg, TelephonyEvent e, params Type[] after)
    {
        if (!_told.TryGetValue(leg, out var told))
        {
            _told.Add(leg, told = []);
        }

        Check(!told.Exists(after.Contains), e);
        told.Add(e.GetType());
    }

    private static void Check(bool holds, TelephonyEvent e)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Found: {e} makes no sense here.");
        }
    }
}
