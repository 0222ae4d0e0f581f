using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Writes what became of a delivery, unless it already has its end; the attempt is recorded in any case.</summary>
internal sealed class SettleWrite(DeliverySettlement settlement) : StoreWrite<bool>
{
    private const string Settle = """
        UPDATE "Deliveries" SET "State" = @p2, "Attempts" = @p3, "DueAt" = @p4, "LastError" = @p5, "EscalatedAt" = @p6, "ClaimedUntil" = 0
        WHERE "MessageId" = @p0 AND "Number" = @p1 AND ("State" = @p7 OR (@p8 AND "State" = 'Cancelled'))
        """;

    // Changes nothing, but waits for whoever acknowledges the message at this moment, or makes them wait.
    private const string HoldMessage = """
        UPDATE "Messages" SET "CallId" = "CallId" WHERE "Id" = @p0 AND "AcknowledgedAt" IS NULL
        """;

    private const string Hasten = """
        UPDATE "Deliveries" SET "DueAt" = @p2, "CreatedAt" = @p2
        WHERE "MessageId" = @p0 AND "Number" = @p1 AND "State" = 'Pending' AND "Attempts" = 0 AND "FollowsFailure" AND "DueAt" > @p2
        """;

    private const string InsertAttempt = """
        INSERT INTO "DeliveryAttempts" ("MessageId", "Number", "Attempt", "At", "Outcome", "Detail")
        SELECT "MessageId", "Number", @p2, @p3, @p4, @p5 FROM "Deliveries" WHERE "MessageId" = @p0 AND "Number" = @p1
        ON CONFLICT DO NOTHING
        """;

    private const string Exists = """
        SELECT 1 FROM "Deliveries" WHERE "MessageId" = @p0 AND "Number" = @p1
        """;

    private const string Attempts = """
        SELECT "Attempt", "At", "Outcome", "Detail" FROM "DeliveryAttempts" WHERE "MessageId" = @p0 AND "Number" = @p1 ORDER BY "Attempt"
        """;

    private readonly MessageDelivery _delivery = settlement.Delivery;
    private readonly string _message = settlement.Delivery.Id.Message.ToString();

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        if ((await session.QueryAsync(Exists, row => row.GetInt32(0), _message, _delivery.Id.Number).ConfigureAwait(false)).Count == 0)
        {
            return false;
        }

        var changed = await session.ExecuteAsync(
            Settle,
            _message,
            _delivery.Id.Number,
            _delivery.State.ToString(),
            _delivery.Attempts,
            _delivery.DueAt.UtcTicks,
            _delivery.LastError,
            _delivery.EscalatedAt?.UtcTicks,
            settlement.From.ToString(),
            settlement is { From: DeliveryState.Pending, Delivery.State: DeliveryState.Delivered }).ConfigureAwait(false);
        if (settlement.Attempt is { } attempt)
        {
            await RecordAsync(session, attempt).ConfigureAwait(false);
        }

        if (settlement.Acknowledgement is { } acknowledgement)
        {
            await AcknowledgeWrite.KeepAsync(session, acknowledgement).ConfigureAwait(false);
        }

        foreach (var further in settlement.Further)
        {
            if (!further.Id.IsEscalation || await session.ExecuteAsync(HoldMessage, _message).ConfigureAwait(false) > 0)
            {
                await session.ExecuteAsync(DeliveryInsert.UnlessThere(further)).ConfigureAwait(false);
            }
        }

        if (settlement.HastensNext)
        {
            await session.ExecuteAsync(Hasten, _message, _delivery.Id.Number + 1, settlement.At.UtcTicks).ConfigureAwait(false);
        }

        return changed > 0;
    }

    /// <summary>An attempt's number may be taken: by the attempt of a host whose claim had run out, which keeps it, or by this very attempt, when its first commit was not known.</summary>
    private async Task RecordAsync(StoreSession session, DeliveryAttempt attempt)
    {
        var recorded = await session.QueryAsync(
            Attempts,
            row => (Number: row.GetInt32(0), At: row.GetInt64(1), Outcome: row.GetString(2), Detail: row.IsDBNull(3) ? null : row.GetString(3)),
            _message,
            _delivery.Id.Number).ConfigureAwait(false);
        var (at, outcome) = (settlement.At.UtcTicks, attempt.Outcome.ToString());
        if (recorded.Exists(r => r.At == at && r.Outcome == outcome && r.Detail == attempt.Detail))
        {
            return;
        }

        var number = Math.Max(_delivery.Attempts, recorded is [.., var last] ? last.Number + 1 : 1);
        await session.ExecuteAsync(InsertAttempt, _message, _delivery.Id.Number, number, at, outcome, attempt.Detail).ConfigureAwait(false);
    }
}
