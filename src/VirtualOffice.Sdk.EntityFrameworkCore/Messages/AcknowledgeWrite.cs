using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps the first acknowledgement of a message, and cancels what is no longer needed with it.</summary>
internal sealed class AcknowledgeWrite(MessageAcknowledgement acknowledgement) : StoreWrite<MessageAcknowledgement?>
{
    private const string Acknowledge = """
        UPDATE "Messages" SET "AcknowledgedAt" = @p1, "AcknowledgedBy" = @p2, "AcknowledgedHow" = @p3 WHERE "Id" = @p0 AND "AcknowledgedAt" IS NULL
        """;

    private const string Cancel = """
        UPDATE "Deliveries" SET "State" = 'Cancelled', "ClaimedUntil" = 0
        WHERE "MessageId" = @p0 AND "State" = 'Pending' AND ("UnlessAcknowledged" OR "Number" > 1000)
        """;

    private const string CancelAll = """
        UPDATE "Deliveries" SET "State" = 'Cancelled', "ClaimedUntil" = 0 WHERE "MessageId" = @p0 AND "State" IN ('Pending', 'Held')
        """;

    private const string Find = """
        SELECT "AcknowledgedAt", "AcknowledgedBy", "AcknowledgedHow" FROM "Messages" WHERE "Id" = @p0 AND "AcknowledgedAt" IS NOT NULL
        """;

    /// <summary>What becomes of a message when another takes its place.</summary>
    public static IEnumerable<StoreStatement> Correct(MessageTaken correction)
    {
        var wrong = correction.Message.Corrects!.Value.ToString();
        yield return new StoreStatement(Acknowledge, wrong, correction.At.UtcTicks, correction.Message.Id.ToString(), nameof(AcknowledgementMethod.Correction));
        yield return new StoreStatement(CancelAll, wrong);
    }

    /// <summary>Keeps an acknowledgement, unless there is one.</summary>
    public static async Task KeepAsync(StoreSession session, MessageAcknowledgement acknowledgement)
    {
        var message = acknowledgement.Message.ToString();
        var kept = await session.ExecuteAsync(Acknowledge, message, acknowledgement.At.UtcTicks, acknowledgement.Who, acknowledgement.Method.ToString()).ConfigureAwait(false);
        if (kept > 0)
        {
            await session.ExecuteAsync(Cancel, message).ConfigureAwait(false);
        }
    }

    protected override async Task<MessageAcknowledgement?> WriteAsync(StoreSession session)
    {
        var message = acknowledgement.Message.ToString();
        await KeepAsync(session, acknowledgement).ConfigureAwait(false);
        var found = await session.QueryAsync(
            Find,
            row => new MessageAcknowledgement(
                acknowledgement.Message, new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), row.GetString(1), Enum.Parse<AcknowledgementMethod>(row.GetString(2))),
            message).ConfigureAwait(false);
        return found is [var first] ? first : null;
    }
}
