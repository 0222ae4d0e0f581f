using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Legs are in a snapshot, playbacks and recordings are not: after a gap in the connection each that was running is looked up, so that its end is reported all the same.
/// </summary>
internal sealed class GapReconciler(
    AriClient ari,
    LegTable legs,
    RecordingTable recordings,
    LegReports legReports,
    RecordingReports recordingReports,
    BackgroundCommands background)
{
    public sealed record Runs(IReadOnlyList<(AsteriskLeg Leg, string Playback)> Playbacks, IReadOnlyList<AsteriskRecording> Recordings);

    /// <summary>What ran before the connection.</summary>
    public Runs Unfinished() => new([.. legs.All.SelectMany(PlaybacksOf)], [.. recordings.All.Where(r => r.IsRunning)]);

    /// <summary>Reports what does not run any more. A report that comes by itself meanwhile wins.</summary>
    public void Check(Runs before)
    {
        if (before.Playbacks.Count + before.Recordings.Count > 0)
        {
            background.Run(ct => CheckAsync(before, ct));
        }
    }

    private async Task CheckAsync(Runs before, CancellationToken cancellationToken)
    {
        foreach (var (leg, playback) in before.Playbacks)
        {
            if (!await ari.IsPlayingAsync(playback, cancellationToken).ConfigureAwait(false))
            {
                legReports.Played(leg, playback, completed: false);
            }
        }

        foreach (var recording in before.Recordings)
        {
            if (!await ari.IsRecordingAsync(recording.Id, cancellationToken).ConfigureAwait(false))
            {
                await ReportAsync(recording, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReportAsync(AsteriskRecording recording, CancellationToken cancellationToken)
    {
        var file = await ari.OpenRecordingAsync(recording.Id, cancellationToken).ConfigureAwait(false);
        if (file is null)
        {
            recordingReports.Failed(recording, "It ended while nobody was connected, and Asterisk has no file of it.");
            return;
        }

        await using (file.ConfigureAwait(false))
        {
            recordingReports.Finished(recording, await RecordedFile.MeasureAsync(file, cancellationToken).ConfigureAwait(false));
        }
    }

    private static IEnumerable<(AsteriskLeg Leg, string Playback)> PlaybacksOf(AsteriskLeg leg)
    {
        lock (leg.Gate)
        {
            return [.. PlaybackTable.RunningOf(leg).Select(p => (leg, p))];
        }
    }
}
