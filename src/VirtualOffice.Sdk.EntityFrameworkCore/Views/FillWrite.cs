using System.Text.Json;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// Fills the views of some calls from their journals: of those an older version of this package wrote. It can be run again at any time.
/// Its result is the last call it looked at; null when there are no more.
/// </summary>
internal sealed partial class FillWrite(string after, ILogger logger) : StoreWrite<string?>
{
    private const int Page = 100;

    private const string Stale = """
        SELECT "Id", "Version" FROM "Calls" WHERE "ViewVersion" <> "Version" AND "Id" > @p0 ORDER BY "Id" LIMIT @p1
        """;

    private const string Update = """
        UPDATE "Calls" SET "CallerLeg" = @p2, "Dialled" = @p3, "CallerText" = @p4, "CallerNumber" = @p5, "CallerName" = @p6, "AnsweredAt" = @p7, "EndedAt" = @p8,
            "Operator" = @p9, "ViewVersion" = @p1
        WHERE "Id" = @p0 AND "Version" = @p1
        """;

    private const string DateDeliveries = """
        UPDATE "Deliveries" SET "CreatedAt" = @p1 WHERE "MessageId" = @p0 AND "CreatedAt" = 0
        """;

    protected override async Task<string?> WriteAsync(StoreSession session)
    {
        var calls = await session.QueryAsync(Stale, row => (Id: row.GetString(0), Version: row.GetInt64(1)), after, Page).ConfigureAwait(false);
        foreach (var (id, version) in calls)
        {
            try
            {
                var (record, events) = await JournalReading.FoldAsync(session, CallId.Parse(id)).ConfigureAwait(false);
                await FillAsync(session, record, version, events).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JsonException or InvalidDataException)
            {
                LogUnreadable(logger, id, e);
            }
        }

        return calls.Count == 0 ? null : calls[^1].Id;
    }

    private static async Task FillAsync(StoreSession session, CallRecord record, long version, IReadOnlyList<CallEvent> events)
    {
        await session.ExecuteAsync(
            Update,
            record.Id.ToString(),
            version,
            record.CallerLeg.ToString(),
            record.Dialled,
            record.Caller.Text,
            record.Caller.Number?.ToString(),
            record.Caller.Name,
            record.AnsweredAt?.UtcTicks,
            record.EndedAt?.UtcTicks,
            record.Operator?.Value).ConfigureAwait(false);
        await RecordingView.ReplaceAsync(session, record).ConfigureAwait(false);
        await SegmentView.ReplaceAsync(session, record).ConfigureAwait(false);
        foreach (var taken in events.OfType<MessageTaken>())
        {
            await session.ExecuteAsync(DateDeliveries, taken.Message.Id.ToString(), taken.At.UtcTicks).ConfigureAwait(false);
        }
    }

    [LoggerMessage(4022, LogLevel.Critical, "Call {Call} is not in the lists: its journal cannot be read. A person must look")]
    private static partial void LogUnreadable(ILogger logger, string call, Exception exception);
}
