using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps the rows of recordings as the journal says.</summary>
internal static class RecordingView
{
    private const string Insert = """
        INSERT INTO "Recordings" ("CallId", "RecordingId", "Company", "IsVoiceMessage", "StartedAt", "State")
        VALUES (@p0, @p1, (SELECT "Company" FROM "Calls" WHERE "Id" = @p0), @p2, @p3, 'Recording') ON CONFLICT DO NOTHING
        """;

    private const string End = """
        UPDATE "Recordings" SET "State" = @p2, "Bytes" = @p3, "Sha256" = @p4, "Duration" = @p5, "Reason" = @p6, "Pauses" = "Pauses" || @p7 WHERE "CallId" = @p0 AND "RecordingId" = @p1
        """;

    private const string SetCompany = """
        UPDATE "Recordings" SET "Company" = @p1 WHERE "CallId" = @p0
        """;

    private const string Note = """
        UPDATE "Recordings" SET "Pauses" = COALESCE("Pauses", '') || @p2 WHERE "CallId" = @p0 AND "RecordingId" = @p1
        """;

    private const string NoteIfPaused = """
        UPDATE "Recordings" SET "Pauses" = "Pauses" || @p2 WHERE "CallId" = @p0 AND "RecordingId" = @p1 AND "Pauses" IS NOT NULL
        """;

    private const string Delete = """
        DELETE FROM "Recordings" WHERE "CallId" = @p0
        """;

    /// <summary>What follows from one event of a call whose own row is written already.</summary>
    public static StoreStatement? Follow(string call, CallEvent callEvent) => callEvent switch
    {
        RecordingStarted e => Begin(call, e.Recording, isVoiceMessage: false, e.At),
        VoiceMessageStarted e => Begin(call, e.Recording, isVoiceMessage: true, e.At),
        RecordingPaused e => new StoreStatement(Note, call, e.Recording.Value, PauseNotes.Began(e.At, e.Reason)),
        RecordingResumed e => new StoreStatement(NoteIfPaused, call, e.Recording.Value, PauseNotes.Ended(e.At)),
        RecordingEnded e => Finish(call, e.Recording, e.State, e.Stored, e.Reason, PauseNotes.Ended(e.At)),
        CallPlanned e => new StoreStatement(SetCompany, call, e.Company.Value),
        _ => null,
    };

    /// <summary>Writes all recordings of a call anew.</summary>
    public static async Task ReplaceAsync(StoreSession session, CallRecord record)
    {
        var call = record.Id.ToString();
        await session.ExecuteAsync(Delete, call).ConfigureAwait(false);
        foreach (var recording in record.Recordings)
        {
            await session.ExecuteAsync(Begin(call, recording.Id, recording.IsVoiceMessage, recording.StartedAt)).ConfigureAwait(false);
            if (PauseNotes.Of(recording) is { } notes)
            {
                await session.ExecuteAsync(Note, call, recording.Id.Value, notes).ConfigureAwait(false);
            }

            await session.ExecuteAsync(Finish(call, recording.Id, recording.State, recording.Stored, recording.Reason, "")).ConfigureAwait(false);
        }
    }

    private static StoreStatement Begin(string call, RecordingId recording, bool isVoiceMessage, DateTimeOffset at) =>
        new(Insert, call, recording.Value, isVoiceMessage, at.UtcTicks);

    private static StoreStatement Finish(string call, RecordingId recording, RecordingState state, StoredRecording? stored, string? reason, string note) =>
        new(End, call, recording.Value, state.ToString(), stored?.Bytes, stored?.Sha256, stored?.Duration.Ticks, reason, note);
}
