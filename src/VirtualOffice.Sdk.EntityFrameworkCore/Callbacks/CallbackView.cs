using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps the call-back tasks when calls end, in the transaction of that end.</summary>
internal static class CallbackView
{
    private const string Insert = """
        INSERT INTO "Callbacks" ("CallId", "Company", "Number", "Name", "CalledAt", "Outcome", "Stage", "Waited")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7) ON CONFLICT DO NOTHING
        """;

    // A call that ended late may have been followed by one that was served: its caller need not be called back any more.
    private const string EndByLater = """
        UPDATE "Callbacks" SET "EndedAt" = later."EndedAt", "CalledAgain" = later."Id"
        FROM (SELECT c."Id", c."EndedAt" FROM "Calls" c
            WHERE c."Company" = @p1 AND c."CallerNumber" = @p2 AND c."ReceivedAt" > @p3
                AND (c."Outcome" IN ('Completed', 'Transferred', 'MessageTaken', 'InformationGiven')
                    OR c."Outcome" IS NOT NULL AND EXISTS (SELECT 1 FROM "Messages" m WHERE m."CallId" = c."Id"))
            ORDER BY c."ReceivedAt" LIMIT 1) later
        WHERE "Callbacks"."CallId" = @p0 AND "Callbacks"."EndedAt" IS NULL
        """;

    private const string EndEarlier = """
        UPDATE "Callbacks" SET "EndedAt" = @p3, "CalledAgain" = @p0
        WHERE "Company" = @p1 AND "Number" = @p2 AND "CalledAt" < @p4 AND "EndedAt" IS NULL
        """;

    private const string CountAttempt = """
        UPDATE "Callbacks" SET "Attempts" = "Attempts" + 1, "LastAttemptAt" = @p1 WHERE "CallId" = @p0
        """;

    /// <summary>A call has ended.</summary>
    public static async Task FollowAsync(StoreSession session, CallRecord record)
    {
        var (call, company, number) = (record.Id.ToString(), record.Company?.Value, record.Caller.Number?.ToString());
        if (CallbackTask.Of(record) is { } task)
        {
            await session.ExecuteAsync(
                Insert, call, company, number, task.Name, task.CalledAt.UtcTicks, task.Outcome.ToString(), task.Stage.ToString(), task.Waited?.Ticks).ConfigureAwait(false);
            await session.ExecuteAsync(EndByLater, call, company, number, task.CalledAt.UtcTicks).ConfigureAwait(false);
        }
        else if (CallbackTask.IsAttempt(record))
        {
            await session.ExecuteAsync(CountAttempt, record.CallsBack!.Value.ToString(), record.EndedAt!.Value.UtcTicks).ConfigureAwait(false);
        }
        else if (CallbackTask.IsServed(record) && company is not null && number is not null)
        {
            await session.ExecuteAsync(EndEarlier, call, company, number, record.EndedAt!.Value.UtcTicks, record.ReceivedAt.UtcTicks).ConfigureAwait(false);
        }
    }
}
