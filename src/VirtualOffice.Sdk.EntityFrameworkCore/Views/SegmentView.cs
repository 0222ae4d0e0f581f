using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps the rows of segments, which a call has when it has ended.</summary>
internal static class SegmentView
{
    private const string Delete = """
        DELETE FROM "Segments" WHERE "CallId" = @p0
        """;

    private const string Insert = """
        INSERT INTO "Segments" ("CallId", "Number", "Company", "ReceivedAt", "Kind", "From", "To", "Operator", "Employee")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
        """;

    /// <summary>Writes all segments of a call anew.</summary>
    public static async Task ReplaceAsync(StoreSession session, CallRecord record)
    {
        var call = record.Id.ToString();
        await session.ExecuteAsync(Delete, call).ConfigureAwait(false);
        if (record.Outcome is null)
        {
            return;
        }

        for (var i = 0; i < record.Segments.Count; i++)
        {
            var segment = record.Segments[i];
            await session.ExecuteAsync(
                Insert,
                call,
                i + 1,
                record.Company?.Value,
                record.ReceivedAt.UtcTicks,
                segment.Kind.ToString(),
                segment.From.UtcTicks,
                segment.To?.UtcTicks,
                segment.Operator?.Value,
                segment.Employee?.Value).ConfigureAwait(false);
        }
    }
}
