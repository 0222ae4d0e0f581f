using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Makes a delivery that has its end pending again.</summary>
internal sealed class ReopenWrite(DeliveryId delivery, DateTimeOffset dueAt) : StoreWrite<bool>
{
    private const string Reopen = """
        UPDATE "Deliveries" SET "State" = 'Pending', "DueAt" = @p2, "ClaimedUntil" = 0 WHERE "MessageId" = @p0 AND "Number" = @p1 AND "State" <> 'Pending'
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) =>
        await session.ExecuteAsync(Reopen, delivery.Message.ToString(), delivery.Number, dueAt.UtcTicks).ConfigureAwait(false) > 0;
}
