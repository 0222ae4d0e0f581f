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
        UPDATE "Calls" SET "Company" = COALESCE(@p1, "Company"), "Version" = @p2, "IsClosed" = ("IsClosed" OR @p3), "Outcome" = COALESCE(@p4, "Outcome"),
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

    public override IReadOnlyList<StoreStatement>? Statements => Ends || NeedsOffer ? null : [.. Changes(OperatorOf(Offer))];

    private bool Ends => append.Events.Any(e => e is CallEnded or CallClosed);

    private OfferEnded? Accepted => append.Events.OfType<OfferEnded>().LastOrDefault(e => e.Result == OfferResult.Accepted);

    /// <summary>The offer that was accepted, when it was made in this append too.</summary>
    private OfferMade? Offer => append.Events.OfType<OfferMade>().LastOrDefault(made => made.Offer == Accepted?.Offer);

    private bool NeedsOffer => Accepted is not null && Offer is null;

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        var offer = NeedsOffer ? await JournalReading.FindOfferAsync(session, _call, Accepted!.Offer).ConfigureAwait(false) : Offer;
        foreach (var change in Changes(OperatorOf(offer)))
        {
            await session.ExecuteAsync(change).ConfigureAwait(false);
        }

        if (Ends)
        {
            await WriteViewsAsync(session).ConfigureAwait(false);
        }

        return true;
    }

    private static string? OperatorOf(OfferMade? offer) => offer?.Operator.Value;

    private IEnumerable<StoreStatement> Changes(string? op)
    {
        yield return append.ExpectedVersion == 0 ? NewCall(op) : ChangedCall(op);
        foreach (var command in append.Commands)
        {
            yield return new StoreStatement(InsertCommand, command.Id.Value, command.Call.ToString(), command.Fingerprint, command.Answer, command.At.UtcTicks)
            {
                Refusal = () => new CommandConflictException(command.Id),
            };
        }

        for (var i = 0; i < _events.Count; i++)
        {
            var (type, json, at) = _events[i];
            yield return new StoreStatement(InsertEvent, _call, append.ExpectedVersion + i + 1, type, json, at);
            if ((RecordingView.Follow(_call, append.Events[i]) ?? QuestionView.Follow(_call, append.Events[i])) is { } change)
            {
                yield return change;
            }
        }

        foreach (var message in append.Events.OfType<MessageTaken>().Select(e => e.Message))
        {
            yield return new StoreStatement(InsertMessage, message.Id.ToString(), _call, message.Company.Value, OfficeJson.Write(message));
        }

        foreach (var taken in append.Events.OfType<MessageTaken>().Where(e => e.Message.Corrects is not null))
        {
            foreach (var change in AcknowledgeWrite.Correct(taken))
            {
                yield return change;
            }
        }

        foreach (var delivery in append.Deliveries)
        {
            yield return DeliveryInsert.Of(delivery);
        }
    }

    private StoreStatement NewCall(string? op)
    {
        var (received, ended) = (append.Events[0] as CallReceived, Ended);
        return new StoreStatement(
            InsertCall,
            _call,
            Company,
            _events[0].At,
            Version,
            IsClosed,
            ended?.Outcome.Kind.ToString(),
            received?.Leg.ToString(),
            received?.Dialled,
            received?.Caller.Text,
            received?.Caller.Number?.ToString(),
            received?.Caller.Name,
            AnsweredAt,
            ended?.At.UtcTicks,
            op)
        {
            Refusal = Conflict,
        };
    }

    private StoreStatement ChangedCall(string? op) => new(
        UpdateCall, _call, Company, Version, IsClosed, Ended?.Outcome.Kind.ToString(), append.ExpectedVersion, AnsweredAt, Ended?.At.UtcTicks, op)
    {
        Refusal = Conflict,
    };

    private long Version => append.ExpectedVersion + _events.Count;

    private bool IsClosed => append.Events[^1] is CallClosed;

    private string? Company => append.Events.OfType<CallPlanned>().LastOrDefault()?.Company.Value;

    private long? AnsweredAt => append.Events.OfType<CallAnswered>().FirstOrDefault()?.At.UtcTicks;

    private CallEnded? Ended => append.Events.OfType<CallEnded>().LastOrDefault();

    private JournalConflictException Conflict() => new(append.Call, append.ExpectedVersion);

    private async Task WriteViewsAsync(StoreSession session)
    {
        try
        {
            var (record, _) = await JournalReading.FoldAsync(session, append.Call).ConfigureAwait(false);
            await SegmentView.ReplaceAsync(session, record).ConfigureAwait(false);
            if (Ended is not null)
            {
                await CallbackView.FollowAsync(session, record).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            // The events are facts whatever they fold to: they must not be lost for the sake of a view.
            LogNoViews(logger, append.Call, e);
        }
    }

    [LoggerMessage(4021, LogLevel.Critical, "Call {Call} has no segments and no call-back task: its journal cannot be folded. A person must look")]
    private static partial void LogNoViews(ILogger logger, CallId call, Exception exception);
}
