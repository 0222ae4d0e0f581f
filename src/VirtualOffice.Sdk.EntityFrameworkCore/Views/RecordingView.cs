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
        UPDATE "Recordings" SET "State" = @p2, "Bytes" = @p3, "Sha256" = @p4, "Duration" = @p5, "Reason" = @p6 WHERE "CallId" = @p0 AND "RecordingId" = @p1
        """;

    private const string SetCompany = """
        UPDATE "Recordings" SET "Company" = @p1 WHERE "CallId" = @p0
        """;

    private const string Delete = """
        DELETE FROM "Recordings" WHERE "CallId" = @p0
        """;

    /// <summary>Follows one event of a call whose own row is written already.</summary>
    public static Task FollowAsync(StoreSession session, string call, CallEvent callEvent) => callEvent switch
    {
        RecordingStarted e => InsertAsync(session, call, e.Recording, isVoiceMessage: false, e.At),
        VoiceMessageStarted e => InsertAsync(session, call, e.Recording, isVoiceMessage: true, e.At),
        RecordingEnded e => EndAsync(session, call, e.Recording, e.State, e.Stored, e.Reason),
        CallPlanned e => session.ExecuteAsync(SetCompany, call, e.Company.Value),
        _ => Task.CompletedTask,
    };

    /// <summary>Writes all recordings of a call anew.</summary>
    public static async Task ReplaceAsync(StoreSession session, CallRecord record)
    {
        var call = record.Id.ToString();
        await session.ExecuteAsync(Delete, call).ConfigureAwait(false);
        foreach (var recording in record.Recordings)
        {
            await InsertAsync(session, call, recording.Id, recording.IsVoiceMessage, recording.StartedAt).ConfigureAwait(false);
            await EndAsync(session, call, recording.Id, recording.State, recording.Stored, recording.Reason).ConfigureAwait(false);
        }
    }

    private static Task<int> InsertAsync(StoreSession session, string call, RecordingId recording, bool isVoiceMessage, DateTimeOffset at) =>
        session.ExecuteAsync(Insert, call, recording.Value, isVoiceMessage, at.UtcTicks);

    private static Task<int> EndAsync(StoreSession session, string call, RecordingId recording, RecordingState state, StoredRecording? stored, string? reason) =>
        session.ExecuteAsync(End, call, recording.Value, state.ToString(), stored?.Bytes, stored?.Sha256, stored?.Duration.Ticks, reason);
}
