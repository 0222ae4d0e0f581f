using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Writes what became of a delivery, unless it already has its end.</summary>
internal sealed class SettleWrite(MessageDelivery delivery) : StoreWrite<bool>
{
    private const string Settle = """
        UPDATE "Deliveries" SET "State" = @p2, "Attempts" = @p3, "DueAt" = @p4, "LastError" = @p5, "ClaimedUntil" = 0
        WHERE "MessageId" = @p0 AND "Number" = @p1 AND "State" = 'Pending'
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) => await session.ExecuteAsync(
        Settle,
        delivery.Id.Message.ToString(),
        delivery.Id.Number,
        delivery.State.ToString(),
        delivery.Attempts,
        delivery.DueAt.UtcTicks,
        delivery.LastError).ConfigureAwait(false) > 0;
}
