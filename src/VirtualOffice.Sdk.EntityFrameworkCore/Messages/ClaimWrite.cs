using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Claims what is due, in one statement, so that no two hosts have the same delivery.</summary>
internal sealed partial class ClaimWrite(int max, DateTimeOffset now, DateTimeOffset until, ILogger logger) : StoreWrite<IReadOnlyList<ClaimedDelivery>>
{
    // The first of every company, then the second of every company. What another host claims meanwhile no longer meets the outer condition.
    private const string Claim = """
        UPDATE "Deliveries" SET "ClaimedUntil" = @p0
        WHERE "State" = 'Pending' AND "DueAt" <= @p1 AND "ClaimedUntil" <= @p1 AND ("MessageId", "Number") IN (
            SELECT "MessageId", "Number" FROM (
                SELECT "MessageId", "Number", "DueAt", ROW_NUMBER() OVER (PARTITION BY "Company" ORDER BY "DueAt", "MessageId", "Number") AS "Place"
                FROM "Deliveries" /* due */ WHERE "State" = 'Pending' AND "DueAt" <= @p1 AND "ClaimedUntil" <= @p1) AS "Due"
            ORDER BY "Place", "DueAt", "MessageId", "Number" LIMIT @p2)
        RETURNING "MessageId", "Number", "CallId", "Company", "Channel", "Recipient", "State", "Attempts", "DueAt", "LastError", "CreatedAt", "EscalatedAt",
            "UnlessAcknowledged", "FollowsFailure", "Turn", (SELECT "Json" FROM "Messages" WHERE "Messages"."Id" = "Deliveries"."MessageId")
        """;

    /// <summary>The claim, told to look at what is due only: most of what is pending may be the later steps of dispatch rules.</summary>
    internal static string ClaimOf(StoreProvider provider) => Claim.Replace("/* due */", provider.SeekDue, StringComparison.Ordinal);

    protected override async Task<IReadOnlyList<ClaimedDelivery>> WriteAsync(StoreSession session)
    {
        var rows = await session.QueryAsync(ClaimOf(session.Provider), row => (Delivery: ReadDelivery(row), Json: row.GetString(15)), until.UtcTicks, now.UtcTicks, max).ConfigureAwait(false);
        return [.. InOrder(rows).Select(row => Join(row.Delivery, row.Json)).OfType<ClaimedDelivery>()];
    }

    // RETURNING promises no order.
    private static IEnumerable<(MessageDelivery Delivery, string Json)> InOrder(IEnumerable<(MessageDelivery Delivery, string Json)> rows) => rows
        .OrderBy(row => row.Delivery.DueAt).ThenBy(row => row.Delivery.Id.Message).ThenBy(row => row.Delivery.Id.Number)
        .GroupBy(row => row.Delivery.Company)
        .SelectMany(company => company.Select((row, place) => (Row: row, Place: place)))
        .OrderBy(placed => placed.Place).ThenBy(placed => placed.Row.Delivery.DueAt)
        .Select(placed => placed.Row);

    /// <summary>A message that cannot be read is left out, loudly: it must not stand in the way of the others.</summary>
    private ClaimedDelivery? Join(MessageDelivery delivery, string json)
    {
        try
        {
            return new ClaimedDelivery(delivery, OfficeJson.ReadMessage(json));
        }
        catch (JsonException e)
        {
            LogUnreadable(logger, delivery.Id, e);
            return null;
        }
    }

    private static MessageDelivery ReadDelivery(DbDataReader row) => new(
        new DeliveryId(MessageId.Parse(row.GetString(0)), row.GetInt32(1)),
        CallId.Parse(row.GetString(2)),
        CompanyId.Parse(row.GetString(3)),
        row.GetString(4),
        row.GetString(5),
        Enum.Parse<DeliveryState>(row.GetString(6)),
        row.GetInt32(7),
        new DateTimeOffset(row.GetInt64(8), TimeSpan.Zero),
        row.IsDBNull(9) ? null : row.GetString(9))
    {
        CreatedAt = new DateTimeOffset(row.GetInt64(10), TimeSpan.Zero),
        EscalatedAt = row.IsDBNull(11) ? null : new DateTimeOffset(row.GetInt64(11), TimeSpan.Zero),
        UnlessAcknowledged = row.GetBoolean(12),
        FollowsFailure = row.GetBoolean(13),
        Turn = row.GetInt32(14),
    };

    [LoggerMessage(4030, LogLevel.Critical, "Delivery {Delivery} is left out: its message cannot be read. A person must look")]
    private static partial void LogUnreadable(ILogger logger, DeliveryId delivery, Exception exception);
}
