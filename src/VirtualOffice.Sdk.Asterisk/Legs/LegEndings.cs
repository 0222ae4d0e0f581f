using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Sees to it that every leg that is to end does end, and that its end is reported even where Asterisk does not say a word.</summary>
internal sealed class LegEndings(AriClient ari, LegReports reports, RecordingReports recordings, BackgroundCommands background, TimeSpan patience, TimeProvider clock)
{
    private const int NormalClearing = 16;

    /// <summary>From leaving the application to being destroyed takes a channel milliseconds; one that goes on elsewhere never gets there.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A leg has left the application. Of a dialled one Asterisk tells the cause when the channel is destroyed; should it not, the end is reported without it.
    /// Of a caller nothing more is ever heard: it was the caller who hung up, or the office.
    /// </summary>
    public void Left(AsteriskLeg leg)
    {
        if (leg.IsDialled)
        {
            EndAfter(Grace, leg, LegEndCause.Normal);
        }
        else
        {
            reports.Ended(leg, NormalClearing);
            recordings.LegEnded(leg);
        }
    }

    /// <summary>Hangs up a leg of which it is not known whether it exists, and may come to exist yet.</summary>
    public void GiveUp(AsteriskLeg leg, LegEndCause cause)
    {
        lock (leg.Gate)
        {
            leg.Wish ??= cause;
        }

        HangUp(leg.Channel);
        EndAfter(patience, leg, cause);
    }

    /// <summary>To be called when a leg comes to exist: the office may have hung up on it before.</summary>
    public void HangUpIfWished(AsteriskLeg leg)
    {
        LegEndCause? wish;
        lock (leg.Gate)
        {
            wish = leg.Wish;
        }

        if (wish is { } cause)
        {
            background.Run(ct => ari.HangUpAsync(leg.Channel, LegEndCauses.ToQ850(cause), ct));
        }
    }

    public void HangUp(string channel) => background.Run(ct => ari.HangUpAsync(channel, NormalClearing, ct));

    private void EndAfter(TimeSpan wait, AsteriskLeg leg, LegEndCause cause) => background.Run(async ct =>
    {
        await Task.Delay(wait, clock, ct).ConfigureAwait(false);
        reports.Ended(leg, leg.Wish ?? cause);
        recordings.LegEnded(leg);
    });
}
