using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Events;

/// <summary>Events as other programs read them.</summary>
internal static class EventJson
{
    private const string Masked = "••••";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a company's own people are told: what becomes of its callers and messages. How the office works with its operators is the office's.</summary>
    private static readonly FrozenSet<string> ForCompanies = new[]
    {
        "call.callPlanned", "call.callClassified", "call.callAnswered", "call.callQueued", "call.queueLeft", "call.callbackPromised", "call.transferStarted", "call.attemptStarted", "call.attemptEnded",
        "call.transferEnded", "call.messageTaken", "call.questionAsked", "call.dispositionSet", "call.recordingEnded", "call.callEnded", "call.callClosed",
        "message.deliveryChanged", "callback.ended", "employee.changed", "company.published",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsForCompanies(string type) => ForCompanies.Contains(type);

    /// <summary>What an operator has typed so far is told to nobody.</summary>
    public static bool IsTold(OfficeEvent officeEvent) => officeEvent is not CallJournaled { Event: DraftSaved };

    public static EventEntry Of(string id, OfficeEvent officeEvent, CompanyId? company, DateTimeOffset now) => officeEvent switch
    {
        CallJournaled e => Entry(id, $"call.{OfficeJson.TypeOf(e.Event)}", e.Event.At, company, e.Call, e.Sequence, json => json.WriteRawValue(OfficeJson.Write(Public(e.Event)))),
        OperatorChanged e => Entry(id, "operator.changed", now, null, e.Operator.Call, null, json => Write(json, e.Operator)),
        OperatorPaused e => Entry(id, "operator.paused", now, null, null, null, json => Write(json, e.Operator)),
        EmployeeChanged e => Entry(id, "employee.changed", now, company, null, null, json => Write(json, ("employee", e.Employee.Value))),
        OfferExplained e => Entry(id, "offer.explained", now, null, null, null, json => Write(json, ("explanation", e.Explanation.ToString()))),
        PbxConnectionChanged e => Entry(id, "pbx.changed", now, null, null, null, json => Write(json, ("pbx", e.Pbx), ("state", e.IsConnected ? "connected" : "lost"), ("reason", e.Reason))),
        MessageDeliveryChanged { Delivery: var d } => Entry(id, "message.deliveryChanged", now, company, d.Call, null, json => Write(
            json, ("delivery", d.Id.ToString()), ("message", d.Id.Message.ToString()), ("channel", d.Channel), ("recipient", d.Recipient), ("state", d.State.ToString()), ("lastError", d.LastError))),
        MessagesUndelivered e => Entry(id, "messages.undelivered", now, null, null, null, json => WriteList(json, "deliveries", e.Deliveries.Select(d => d.Id.ToString()))),
        CallbackTaskEnded { Task: var t } => Entry(id, "callback.ended", now, company, t.Call, null, json => Write(json, ("number", t.Number.ToString()), ("by", t.End?.By), ("note", t.End?.Note))),
        BooksAlarm e => Entry(id, "books.alarm", now, null, null, null, json => WriteList(json, "imbalances", e.Imbalances)),
        CompanyPublished e => Entry(id, "company.published", now, company, null, null, json => Write(json, ("version", e.Version), ("before", e.Before))),
        CompanyWithdrawn => Entry(id, "company.withdrawn", now, company, null, null, json => Write(json)),
        DefinitionsAlarm e => Entry(id, "definitions.alarm", now, null, null, null, json => WriteList(json, "problems", e.Problems.Select(p => p.ToString()))),
        OfficeStopped e => Entry(id, "office.stopped", now, null, null, null, json => Write(json, ("reason", e.Reason))),
        ListeningChanged e => Entry(id, "listening.changed", now, null, e.Listener.Call, null, json => Write(
            json, ("by", e.Listener.By), ("supervisor", e.Listener.Supervisor.Value), ("mode", e.Listener.Mode.ToString()), ("state", e.HasEnded ? "ended" : "listening"))),
        WebhookAlarm e => Entry(id, "webhook.alarm", now, null, null, null, json => Write(json, ("webhook", e.Webhook), ("problem", e.Problem))),
        AuditAlarm e => Entry(id, "audit.alarm", now, null, null, null, json => Write(json, ("waiting", e.Waiting.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("problem", e.Problem))),
        EventsMissed e => Missed(id, now, e.Count),
        _ => Entry(id, "office.other", now, null, null, null, json => Write(json, ("kind", officeEvent.GetType().Name))),
    };

    /// <summary>Says that events were missed: so many, or, for null, nobody knows.</summary>
    public static EventEntry Missed(string id, DateTimeOffset now, long? count) => Entry(id, IEventLog.MissedType, now, null, null, null, json =>
    {
        json.WriteStartObject();
        if (count is { } number)
        {
            json.WriteNumber("count", number);
        }

        json.WriteEndObject();
    });

    /// <summary>What was masked for the desk is masked for everybody.</summary>
    private static CallEvent Public(CallEvent callEvent) => callEvent is AnswerSaved { IsMasked: true } answer ? answer with { Value = Masked } : callEvent;

    private static EventEntry Entry(string id, string type, DateTimeOffset at, CompanyId? company, CallId? call, long? sequence, Action<Utf8JsonWriter> data)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", type);
            json.WriteString("at", at);
            json.WriteString("company", company?.Value);
            json.WriteString("call", call?.ToString());
            if (sequence is { } number)
            {
                json.WriteNumber("sequence", number);
            }

            json.WritePropertyName("data");
            data(json);
            json.WriteEndObject();
        }

        return new EventEntry(id, type, at, company, call, System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, Operators.OperatorSnapshot op) =>
        Write(json, ("operator", op.Definition.Id.Value), ("state", op.State.ToString()), ("reason", op.Reason), ("since", op.Since.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));

    private static void Write(Utf8JsonWriter json, params (string Name, string? Value)[] fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
