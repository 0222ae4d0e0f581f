using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Appends to a journal. The version is checked by the statement that changes it, so that no second host can come in between.</summary>
internal sealed class AppendWrite(JournalAppend append) : StoreWrite<bool>
{
    private const string InsertCall = """
        INSERT INTO "Calls" ("Id", "Company", "ReceivedAt", "Version", "IsClosed", "Outcome") VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT DO NOTHING
        """;

    private const string UpdateCall = """
        UPDATE "Calls" SET "Company" = COALESCE(@p1, "Company"), "Version" = @p2, "IsClosed" = @p3, "Outcome" = COALESCE(@p4, "Outcome")
        WHERE "Id" = @p0 AND "Version" = @p5
        """;

    private const string InsertEvent = """
        INSERT INTO "CallEvents" ("CallId", "Sequence", "Type", "Json", "At") VALUES (@p0, @p1, @p2, @p3, @p4)
        """;

    private const string InsertMessage = """
        INSERT INTO "Messages" ("Id", "CallId", "Company", "Json") VALUES (@p0, @p1, @p2, @p3)
        """;

    private const string InsertDelivery = """
        INSERT INTO "Deliveries" ("MessageId", "Number", "CallId", "Company", "Channel", "Recipient", "State", "Attempts", "DueAt", "LastError", "ClaimedUntil")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, 0)
        """;

    private readonly string _call = append.Call.ToString();

    // Made here, on the caller's time rather than the writer's.
    private readonly IReadOnlyList<(string Type, string Json, long At)> _events =
        [.. append.Events.Select(e => (OfficeJson.TypeOf(e), OfficeJson.Write(e), e.At.UtcTicks))];

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        await WriteCallAsync(session).ConfigureAwait(false);
        for (var i = 0; i < _events.Count; i++)
        {
            var (type, json, at) = _events[i];
            await session.ExecuteAsync(InsertEvent, _call, append.ExpectedVersion + i + 1, type, json, at).ConfigureAwait(false);
        }

        foreach (var message in append.Events.OfType<MessageTaken>().Select(e => e.Message))
        {
            await session.ExecuteAsync(InsertMessage, message.Id.ToString(), _call, message.Company.Value, OfficeJson.Write(message)).ConfigureAwait(false);
        }

        foreach (var delivery in append.Deliveries)
        {
            await WriteDeliveryAsync(session, delivery).ConfigureAwait(false);
        }

        return true;
    }

    private async Task WriteCallAsync(StoreSession session)
    {
        var company = append.Events.OfType<CallPlanned>().LastOrDefault()?.Company.Value;
        var outcome = append.Events.OfType<CallEnded>().LastOrDefault()?.Outcome.Kind.ToString();
        var closed = append.Events[^1] is CallClosed;
        var version = append.ExpectedVersion + _events.Count;
        var changed = append.ExpectedVersion == 0
            ? await session.ExecuteAsync(InsertCall, _call, company, _events[0].At, version, closed, outcome).ConfigureAwait(false)
            : await session.ExecuteAsync(UpdateCall, _call, company, version, closed, outcome, append.ExpectedVersion).ConfigureAwait(false);
        if (changed == 0)
        {
            throw new JournalConflictException(append.Call, append.ExpectedVersion);
        }
    }

    private Task<int> WriteDeliveryAsync(StoreSession session, MessageDelivery delivery) => session.ExecuteAsync(
        InsertDelivery,
        delivery.Id.Message.ToString(),
        delivery.Id.Number,
        _call,
        delivery.Company.Value,
        delivery.Channel,
        delivery.Recipient,
        delivery.State.ToString(),
        delivery.Attempts,
        delivery.DueAt.UtcTicks,
        delivery.LastError);
}
