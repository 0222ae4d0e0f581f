using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Writes new deliveries.</summary>
internal static class DeliveryInsert
{
    private const string Insert = """
        INSERT INTO "Deliveries" ("MessageId", "Number", "CallId", "Company", "Channel", "Recipient", "State", "Attempts", "DueAt", "LastError", "ClaimedUntil",
            "CreatedAt", "EscalatedAt", "UnlessAcknowledged", "FollowsFailure", "Turn")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, 0, @p10, @p11, @p12, @p13, @p14)
        """;

    private const string InsertUnlessThere = Insert + " ON CONFLICT DO NOTHING";

    /// <summary>Writes a delivery that must not be there yet.</summary>
    public static StoreStatement Of(MessageDelivery delivery) => new(Insert, Values(delivery));

    /// <summary>Writes a delivery, or leaves it as it is.</summary>
    public static StoreStatement UnlessThere(MessageDelivery delivery) => new(InsertUnlessThere, Values(delivery));

    private static object?[] Values(MessageDelivery delivery) =>
    [
        delivery.Id.Message.ToString(),
        delivery.Id.Number,
        delivery.Call.ToString(),
        delivery.Company.Value,
        delivery.Channel,
        delivery.Recipient,
        delivery.State.ToString(),
        delivery.Attempts,
        delivery.DueAt.UtcTicks,
        delivery.LastError,
        delivery.CreatedAt.UtcTicks,
        delivery.EscalatedAt?.UtcTicks,
        delivery.UnlessAcknowledged,
        delivery.FollowsFailure,
        delivery.Turn,
    ];
}
