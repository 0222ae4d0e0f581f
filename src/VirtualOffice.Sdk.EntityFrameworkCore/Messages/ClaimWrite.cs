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
    internal const string Claim = """
        UPDATE "Deliveries" SET "ClaimedUntil" = @p0
        WHERE ("MessageId", "Number") IN (
            SELECT "MessageId", "Number" FROM "Deliveries"
            WHERE "State" = 'Pending' AND "DueAt" <= @p1 AND "ClaimedUntil" <= @p1
            ORDER BY "DueAt", "MessageId", "Number" LIMIT @p2)
        RETURNING "MessageId", "Number", "CallId", "Company", "Channel", "Recipient", "State", "Attempts", "DueAt", "LastError",
            (SELECT "Json" FROM "Messages" WHERE "Messages"."Id" = "Deliveries"."MessageId")
        """;

    protected override async Task<IReadOnlyList<ClaimedDelivery>> WriteAsync(StoreSession session)
    {
        var rows = await session.QueryAsync(Claim, row => (Delivery: ReadDelivery(row), Json: row.GetString(10)), until.UtcTicks, now.UtcTicks, max).ConfigureAwait(false);

        // RETURNING promises no order.
        rows.Sort((a, b) => (a.Delivery.DueAt, a.Delivery.Id.Message, a.Delivery.Id.Number).CompareTo((b.Delivery.DueAt, b.Delivery.Id.Message, b.Delivery.Id.Number)));
        return [.. rows.Select(row => Join(row.Delivery, row.Json)).OfType<ClaimedDelivery>()];
    }

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
        row.IsDBNull(9) ? null : row.GetString(9));

    [LoggerMessage(4030, LogLevel.Critical, "Delivery {Delivery} is left out: its message cannot be read. A person must look")]
    private static partial void LogUnreadable(ILogger logger, DeliveryId delivery, Exception exception);
}
