using System.Text.Json;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Appends to a journal. The version is checked by the statement that changes it, so that no second host can come in between.</summary>
internal sealed partial class AppendWrite(JournalAppend append, ILogger logger) : StoreWrite<bool>
{
    private const string InsertCall = """
        INSERT INTO "Calls" ("Id", "Company", "ReceivedAt", "Version", "IsClosed", "Outcome", "CallerLeg", "Dialled", "CallerText", "CallerNumber", "CallerName",
            "AnsweredAt", "EndedAt", "Operator", "ViewVersion")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p3) ON CONFLICT DO NOTHING
        """;

    // Views that an older version left behind stay marked, to be filled.
    private const string UpdateCall = """
        UPDATE "Calls" SET "Company" = COALESCE(@p1, "Company"), "Version" = @p2, "IsClosed" = @p3, "Outcome" = COALESCE(@p4, "Outcome"),
            "AnsweredAt" = COALESCE("AnsweredAt", @p6), "EndedAt" = COALESCE(@p7, "EndedAt"), "Operator" = COALESCE(@p8, "Operator"),
            "ViewVersion" = CASE WHEN "ViewVersion" = @p5 THEN @p2 ELSE "ViewVersion" END
        WHERE "Id" = @p0 AND "Version" = @p5
        """;

    private const string InsertEvent = """
        INSERT INTO "CallEvents" ("CallId", "Sequence", "Type", "Json", "At") VALUES (@p0, @p1, @p2, @p3, @p4)
        """;

    private const string InsertMessage = """
        INSERT INTO "Messages" ("Id", "CallId", "Company", "Json") VALUES (@p0, @p1, @p2, @p3)
        """;

    private const string InsertCommand = """
        INSERT INTO "Commands" ("Id", "CallId", "Fingerprint", "Answer", "At") VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT DO NOTHING
        """;

    private readonly string _call = append.Call.ToString();

    // Made here, on the caller's time rather than the writer's.
    private readonly IReadOnlyList<(string Type, string Json, long At)> _events =
        [.. append.Events.Select(e => (OfficeJson.TypeOf(e), OfficeJson.Write(e), e.At.UtcTicks))];

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        await WriteCallAsync(session).ConfigureAwait(false);
        foreach (var command in append.Commands)
        {
            await WriteCommandAsync(session, command).ConfigureAwait(false);
        }

        for (var i = 0; i < _events.Count; i++)
        {
            var (type, json, at) = _events[i];
            await session.ExecuteAsync(InsertEvent, _call, append.ExpectedVersion + i + 1, type, json, at).ConfigureAwait(false);
            await RecordingView.FollowAsync(session, _call, append.Events[i]).ConfigureAwait(false);
        }

        foreach (var message in append.Events.OfType<MessageTaken>().Select(e => e.Message))
        {
            await session.ExecuteAsync(InsertMessage, message.Id.ToString(), _call, message.Company.Value, OfficeJson.Write(message)).ConfigureAwait(false);
        }

        foreach (var delivery in append.Deliveries)
        {
            await DeliveryInsert.WriteAsync(session, delivery).ConfigureAwait(false);
        }

        if (append.Events.Any(e => e is CallEnded or CallClosed))
        {
            await WriteSegmentsAsync(session).ConfigureAwait(false);
        }

        return true;
    }

    private async Task WriteCallAsync(StoreSession session)
    {
        var company = append.Events.OfType<CallPlanned>().LastOrDefault()?.Company.Value;
        var ended = append.Events.OfType<CallEnded>().LastOrDefault();
        var outcome = ended?.Outcome.Kind.ToString();
        var answeredAt = append.Events.OfType<CallAnswered>().FirstOrDefault()?.At.UtcTicks;
        var op = await FindOperatorAsync(session).ConfigureAwait(false);
        var closed = append.Events[^1] is CallClosed;
        var version = append.ExpectedVersion + _events.Count;
        if (append.ExpectedVersion > 0)
        {
            Expect(await session.ExecuteAsync(
                UpdateCall, _call, company, version, closed, outcome, append.ExpectedVersion, answeredAt, ended?.At.UtcTicks, op).ConfigureAwait(false));
            return;
        }

        var received = append.Events[0] as CallReceived;
        Expect(await session.ExecuteAsync(
            InsertCall,
            _call,
            company,
            _events[0].At,
            version,
            closed,
            outcome,
            received?.Leg.ToString(),
            received?.Dialled,
            received?.Caller.Text,
            received?.Caller.Number?.ToString(),
            received?.Caller.Name,
            answeredAt,
            ended?.At.UtcTicks,
            op).ConfigureAwait(false));
    }

    private void Expect(int changed)
    {
        if (changed == 0)
        {
            throw new JournalConflictException(append.Call, append.ExpectedVersion);
        }
    }

    /// <summary>The operator who accepted the call in this append; null when none did.</summary>
    private async Task<string?> FindOperatorAsync(StoreSession session)
    {
        if (append.Events.OfType<OfferEnded>().LastOrDefault(e => e.Result == OfferResult.Accepted) is not { Offer: var offer })
        {
            return null;
        }

        var made = append.Events.OfType<OfferMade>().LastOrDefault(e => e.Offer == offer)
            ?? await JournalReading.FindOfferAsync(session, _call, offer).ConfigureAwait(false);
        return made?.Operator.Value;
    }

    private static async Task WriteCommandAsync(StoreSession session, ProcessedCommand command)
    {
        var changed = await session.ExecuteAsync(
            InsertCommand, command.Id.Value, command.Call.ToString(), command.Fingerprint, command.Answer, command.At.UtcTicks).ConfigureAwait(false);
        if (changed == 0)
        {
            throw new CommandConflictException(command.Id);
        }
    }

    private async Task WriteSegmentsAsync(StoreSession session)
    {
        try
        {
            var (record, _) = await JournalReading.FoldAsync(session, append.Call).ConfigureAwait(false);
            await SegmentView.ReplaceAsync(session, record).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            // The events are facts whatever they fold to: they must not be lost for the sake of a report.
            LogNoSegments(logger, append.Call, e);
        }
    }

    [LoggerMessage(4021, LogLevel.Critical, "Call {Call} has no segments: its journal cannot be folded. A person must look")]
    private static partial void LogNoSegments(ILogger logger, CallId call, Exception exception);
}
