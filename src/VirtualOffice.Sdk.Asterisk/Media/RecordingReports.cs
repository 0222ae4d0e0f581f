using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Reports the end of recordings, each once, and lets no recorder's ear outlive its recording.</summary>
internal sealed class RecordingReports(
    RecordingTable recordings,
    AriClient ari,
    EventOutlet outlet,
    BackgroundCommands background,
    TimeProvider clock)
{
    private const int NormalClearing = 16;

    /// <summary>Asterisk closes the file when leg or ear end and then reports it; it has not come after this time, it does not come.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Asterisk says that a recording is over.</summary>
    public void Reported(in AriEvent e)
    {
        if (!recordings.TryEnd(e.Media.ToString(), out var recording))
        {
            return;
        }

        if (e.Type == AriEventType.RecordingFinished)
        {
            TimeSpan? speech = recording.MeasuresSpeech ? Seconds(e.TalkingDuration) : null;
            outlet.Write(new RecordingFinished(recording.Leg, recording.Id, Seconds(e.Duration), speech));
        }
        else
        {
            outlet.Write(new RecordingFailed(recording.Leg, recording.Id, e.MediaCause.Length > 0 ? e.MediaCause.ToString() : "Asterisk gave no reason."));
        }

        HangUpEarIfItStays(recording);
    }

    /// <summary>A recording turned out to be over; how much of it was speech is not known any more.</summary>
    public void Finished(AsteriskRecording recording, TimeSpan duration)
    {
        if (recordings.TryEnd(recording.Id.Value, out _))
        {
            outlet.Write(new RecordingFinished(recording.Leg, recording.Id, duration, null));
            HangUpEar(recording);
        }
    }

    public void Failed(AsteriskRecording recording, string reason)
    {
        if (recordings.TryEnd(recording.Id.Value, out _))
        {
            outlet.Write(new RecordingFailed(recording.Leg, recording.Id, reason));
            HangUpEar(recording);
        }
    }

    /// <summary>Nothing came of it, and nothing is to be reported.</summary>
    public void Abandon(AsteriskRecording recording)
    {
        recordings.TryEnd(recording.Id.Value, out _);
        HangUpEar(recording);
    }

    public void EarStarted(ReadOnlySpan<char> channel)
    {
        if (recordings.FindBySnoop(channel) is { } recording)
        {
            recording.Listen();
        }
        else
        {
            var orphan = channel.ToString();
            background.Run(ct => ari.HangUpAsync(orphan, NormalClearing, ct));
        }
    }

    /// <summary>False when the channel is no recorder's ear.</summary>
    public bool EarEnded(ReadOnlySpan<char> channel)
    {
        if (recordings.TryTakeEar(channel))
        {
            return true;
        }

        if (recordings.FindBySnoop(channel) is not { } recording)
        {
            return false;
        }

        recording.HasEarEnded = true;
        FailAfterGrace(recording);
        return true;
    }

    public void LegEnded(AsteriskLeg leg)
    {
        foreach (var recording in recordings.Of(leg))
        {
            FailAfterGrace(recording);
        }
    }

    private static TimeSpan Seconds(int? reported) => TimeSpan.FromSeconds(Math.Max(0, reported ?? 0));

    private void FailAfterGrace(AsteriskRecording recording) => background.Run(async ct =>
    {
        await Task.Delay(Grace, clock, ct).ConfigureAwait(false);
        Failed(recording, "The leg ended and Asterisk reported no recording.");
    });

    private void HangUpEar(AsteriskRecording recording)
    {
        if (recording.Source == RecordingSource.Conversation && !recording.HasEarEnded)
        {
            background.Run(ct => ari.HangUpAsync(RecordingTable.SnoopOf(recording.Id), NormalClearing, ct));
        }
    }

    /// <summary>Mostly the recording is over because the leg has ended, and then its ear ends, too.</summary>
    private void HangUpEarIfItStays(AsteriskRecording recording)
    {
        if (recording.Source != RecordingSource.Conversation || recording.HasEarEnded)
        {
            return;
        }

        recordings.LeaveEar(recording);
        background.Run(async ct =>
        {
            await Task.Delay(Grace, clock, ct).ConfigureAwait(false);
            var ear = RecordingTable.SnoopOf(recording.Id);
            if (recordings.TryTakeEar(ear))
            {
                await ari.HangUpAsync(ear, NormalClearing, ct).ConfigureAwait(false);
            }
        });
    }
}
