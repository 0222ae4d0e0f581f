using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Reports what becomes of legs, each thing once: Asterisk tells some of it twice in either order, and some of it not at all.
/// </summary>
internal sealed class LegReports(LegTable legs, PlaybackTable playbacks, EventOutlet outlet)
{
    /// <summary>What else has to know that a leg is over; never waits.</summary>
    public Action<AsteriskLeg>? OnEnded { get; set; }

    public void Offered(AsteriskLeg leg, LegOffered offer)
    {
        lock (leg.Gate)
        {
            if (!leg.HasEnded)
            {
                outlet.Write(offer);
            }
        }
    }

    public void TransferAsked(AsteriskLeg leg, string to, LegId? other)
    {
        lock (leg.Gate)
        {
            if (!leg.HasEnded)
            {
                leg.AwaitsTransfer = true;
                outlet.Write(new LegTransferAsked(leg.Id, to, other));
            }
        }
    }

    public void Rang(AsteriskLeg leg)
    {
        lock (leg.Gate)
        {
            if (leg.HasRung || leg.IsAnswered || leg.HasEnded)
            {
                return;
            }

            leg.HasRung = true;
            if (leg.IsDialled)
            {
                outlet.Write(new LegRinging(leg.Id));
            }
        }
    }

    public void Answered(AsteriskLeg leg)
    {
        lock (leg.Gate)
        {
            if (leg.IsAnswered || leg.HasEnded)
            {
                return;
            }

            leg.IsAnswered = true;
            if (leg.IsDialled)
            {
                outlet.Write(new LegAnswered(leg.Id));
            }
        }
    }

    public void Pressed(AsteriskLeg leg, char digit)
    {
        lock (leg.Gate)
        {
            if (!leg.HasEnded)
            {
                outlet.Write(new DigitPressed(leg.Id, digit));
            }
        }
    }

    public void Held(AsteriskLeg leg, bool isHeld)
    {
        lock (leg.Gate)
        {
            if (!leg.HasEnded)
            {
                outlet.Write(new LegHeld(leg.Id, isHeld));
            }
        }
    }

    /// <summary>The channel is gone, for this cause of Q.850.</summary>
    public void Ended(AsteriskLeg leg, int cause)
    {
        lock (leg.Gate)
        {
            // A caller's channel rings from the start; what counts is whether the caller was answered.
            Ended(leg, LegEndCauses.FromQ850(cause, leg.IsAnswered, leg.HasRung || !leg.IsDialled, leg.Wish));
        }
    }

    public void Ended(AsteriskLeg leg, LegEndCause cause)
    {
        lock (leg.Gate)
        {
            if (leg.HasEnded)
            {
                return;
            }

            leg.HasEnded = true;
            leg.Start();
            foreach (var playback in playbacks.EndAll(leg))
            {
                outlet.Write(new PlaybackFinished(leg.Id, new PlaybackId(leg.Id.Pbx, playback), Completed: false));
            }

            // Out of the table before it is told: whoever hears of the end and asks for the leg finds none.
            legs.Remove(leg);
            outlet.Write(new LegEnded(leg.Id, cause));
            OnEnded?.Invoke(leg);
        }
    }

    public void Played(AsteriskLeg leg, string playback, bool completed)
    {
        lock (leg.Gate)
        {
            if (playbacks.End(leg, playback, out var wasStopped))
            {
                outlet.Write(new PlaybackFinished(leg.Id, new PlaybackId(leg.Id.Pbx, playback), completed && !wasStopped));
            }
        }
    }
}
