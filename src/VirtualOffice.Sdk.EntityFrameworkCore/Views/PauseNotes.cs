using System.Globalization;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// The pauses of a recording as its row has them: a note for each event, one behind the other, so that an event adds a note and needs nothing read.
/// <c>+638123456780000000 Asked;</c> is a pause that begins, <c>-638123456790000000;</c> the end of one; times are UTC ticks.
/// </summary>
internal static class PauseNotes
{
    public static string Began(DateTimeOffset at, PauseReason reason) => string.Create(CultureInfo.InvariantCulture, $"+{at.UtcTicks} {reason};");

    public static string Ended(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"-{at.UtcTicks};");

    /// <summary>All notes of a recording that was folded from its journal; null for none.</summary>
    public static string? Of(CallRecording recording) => recording.Pauses.Count == 0
        ? null
        : string.Concat(recording.Pauses.Select(p => Began(p.From, p.Reason) + (p.To is { } to ? Ended(to) : "")));

    /// <summary>The recording with what the notes say.</summary>
    public static CallRecording Apply(CallRecording recording, string? notes)
    {
        List<RecordingPause> pauses = [];
        foreach (var note in (notes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = note[1..].Split(' ');
            var at = new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
            if (pauses is [.., { To: null } open])
            {
                // Clocks are set back, and pauses do not end before they begin.
                pauses[^1] = open with { To = at > open.From ? at : open.From };
            }

            if (note[0] == '+')
            {
                pauses.Add(new RecordingPause(at, null, Enum.Parse<PauseReason>(parts[1])));
            }
        }

        return pauses.Count == 0 ? recording : recording with
        {
            Pauses = pauses,
            PausedAt = pauses[^1].To is null ? pauses[^1].From : null,
            PauseReason = pauses[^1].Reason,
            PausedFor = pauses.Where(p => p.To is not null).Aggregate(TimeSpan.Zero, (sum, p) => sum + (p.To!.Value - p.From)),
        };
    }
}
