using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Scripts;
using static VirtualOffice.Sdk.Documents.SchemaParts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>The JSON Schema of a company's document. What a schema cannot say (that an employee who is named is there) the reader says.</summary>
internal static class CompanySchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<ScriptStepKind> kinds)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A company of VirtualOffice.Sdk",
        };
        foreach (var (name, value) in Company(kinds).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        schema["definitions"] = new JsonObject { ["hours"] = Hours(isPlain: false), ["week"] = Hours(isPlain: true), ["reach"] = ReachNumber() };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Company(IReadOnlyList<ScriptStepKind> kinds) => Mapping(
        "A client company.",
        ("id!", Id("The company's id.")),
        ("name!", Text(100, "The name the operator greets with.")),
        ("pronunciation", Text(200, "How the name is pronounced, in words for operators.")),
        ("spokenName", Prompt("The name as a recorded prompt.")),
        ("numbers!", List(Number(), "The numbers callers dial.", atLeast: 1)),
        ("timeZone", Text(64, "An IANA time zone, such as Europe/Moscow; UTC by default.")),
        ("greeting", Mapping("How callers are greeted.", ("text", Greeting()), ("prompt", Prompt()))),
        ("greetings", List(Mapping(
            null,
            ("callType", Id()),
            ("language", Language()),
            ("from", Time()),
            ("until", Time()),
            ("hours", Ref("week")),
            ("text", Greeting()),
            ("prompt", Prompt())), "Greetings for some calls; the narrowest that fits is taken.")),
        ("hours", Ref("hours")),
        ("callers", Mapping(
            "Callers who are treated in a way of their own.",
            ("known", List(Mapping(null, ("number!", Number()), ("name!", Text(100)), ("priority", OneOf(CallersReader.Priorities)), ("note", Text(500))))),
            ("blocked", List(Number())),
            ("anonymous", OneOf(CallersReader.Treatments)),
            ("redialWithin", Length()))),
        ("queue", Queue()),
        ("callbacks", Mapping("How callers are called back whom nobody served.", ("automatic", Flag()), ("attempts", Whole(1, 10)), ("every", Length()), ("within", Length()))),
        ("messagesTo", Text(254, "The e-mail address for messages to nobody in particular.")),
        ("messageText", Mapping(
            "How messages read, with merge fields such as {caller.name}.",
            ("subject", Text(MessageTemplateReader.MaxSubject)),
            ("body", Text(MessageTemplateReader.MaxBody)))),
        ("dispatch", List(Mapping(
            null,
            ("urgency", OneOf(DispatchReader.Urgencies)),
            ("kind", OneOf(DispatchReader.Kinds)),
            ("away", OneOf(DispatchReader.Aways, "What becomes of a step to somebody who is away.")),
            ("steps!", List(DispatchStep(), null, atLeast: 1, atMost: 20))), "How messages reach people.")),
        ("digests", List(Mapping(null, ("at!", TimeOfDay()), ("to!", Text(254)), ("by", Text(64))), "Daily summaries.")),
        ("quietHours", Quiet()),
        ("callTypes", List(Mapping(null, ("id!", Id()), ("name!", Text(100)), ("numbers", List(Number())), ("language", Language()), ("script", Id())), "Why callers call.")),
        ("employees", List(Mapping(
            null,
            ("id!", Id()),
            ("name!", Text(100)),
            ("department", Text(100)),
            ("email", Text(254)),
            ("pronunciation", Text(200)),
            ("numbers", List(Either(Number(), Ref("reach"), List(Either(Number(), Ref("reach")), null, atLeast: 1)), "In the order in which they are dialled; a list in it rings at once.")),
            ("quietHours", Quiet())), "The people callers can be transferred to.")),
        ("absences", List(Mapping(
            null,
            ("employee!", Id()),
            ("reason!", OneOf(AbsencesReader.Reasons)),
            ("note", Text(100)),
            ("from", Time()),
            ("until", Time()),
            ("hours", Ref("week")),
            ("standIn", Id())), "When employees are away.")),
        ("groups", List(Mapping(null, ("id!", Id()), ("name!", Text(100)), ("members", List(Id())), ("department", Text(100)), ("ring", OneOf(GroupsReader.Rings))), "Employees who take calls together.")),
        ("onCall", List(Mapping(
            null,
            ("id!", Id()),
            ("name!", Text(100)),
            ("entries", List(Mapping(null, ("from!", Time()), ("to!", Time()), ("who!", List(Id()))))),
            ("rotation", Mapping(null, ("members!", List(Id())), ("every!", OneOf(OnCallReader.Periods)), ("from!", Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")), ("handover", TimeOfDay()))),
            ("default", List(Id()))), "Who is on call when.")),
        ("dialling", Mapping(
            "Which numbers are dialled, and how many.",
            ("allow", List(Beginning())),
            ("deny", List(Beginning())),
            ("atOnce", Whole(0, 1_000_000)),
            ("perHour", Whole(0, 1_000_000)),
            ("perDay", Whole(0, 1_000_000)),
            ("show", OneOf(DiallingReader.Shown)))),
        ("transfers", Mapping("What callers hear while they are transferred.", ("progress", Prompt()), ("every", Length()))),
        ("recording", Mapping("Whether calls are recorded.", ("mode", OneOf(RecordingReader.Modes)), ("announce", Prompt()), ("resumeAfter", Length()), ("inMessages", OneOf(RecordingReader.Ways)))),
        ("scripts", List(ScriptSchema.Of(kinds), "What is done with the company's calls.")),
        ("card", CardSchema.Of()));

    private static JsonObject Queue() => Mapping(
        "How waiting callers are given to operators.",
        ("strategy", Text(64)),
        ("offer", OneOf(QueueReader.Modes)),
        ("backupsAfter", List(Length(), null, atMost: 7)),
        ("preferLastOperatorFor", Length()),
        ("wrapUp", Length()),
        ("weight", Whole(1, 1_000)),
        ("skills", new JsonObject { ["type"] = "object", ["additionalProperties"] = Whole(1, 10), ["propertyNames"] = new JsonObject { ["pattern"] = AnId } }),
        ("whisper", Either(
            Pattern("^name$", "The company's name: as recorded, else read aloud."),
            Mapping("What an operator who has answered hears before being connected.", ("prompt", Prompt()), ("text", Text(WhisperReader.MaxText, "Text to be read aloud.")), ("language", Language())))),
        ("limits", List(Mapping(
            null, ("when!", OneOf(QueueReader.Kinds)), ("count", Whole(1, 10_000)), ("time", Length()), ("then!", OneOf(QueueReader.Actions)), ("to", Id("Another company.")), ("prompt", Prompt())))));

    private static JsonObject DispatchStep() => Mapping(
        null,
        ("to!", Either(Target(), List(Target(), null, atLeast: 1, atMost: 20))),
        ("by", Text(64, "The name of a channel, such as email or voice.")),
        ("after", Length()),
        ("every", Length()),
        ("times", Whole(2, 50)),
        ("quiet", Quiet()),
        ("hold", Flag("Whether the message is kept until somebody calls in for it.")));

    private static JsonObject ReachNumber() => Mapping(
        null,
        ("number!", Number()),
        ("kind", OneOf(ReachNumberReader.Kinds)),
        ("ring", Length()),
        ("transfer", OneOf(ReachNumberReader.Transfers)),
        ("accept", Flag("Whether who answers presses 1 to take the call.")),
        ("hours", Ref("week")));

    private static JsonObject Hours(bool isPlain)
    {
        const string Days = "(mon|tue|wed|thu|fri|sat|sun)";
        var hours = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Days, such as mon-fri, each with intervals, 24h or closed.",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["patternProperties"] = new JsonObject
            {
                [$"^{Days}( *[-,] *{Days})*$"] = Intervals(),
            },
        };
        if (!isPlain)
        {
            hours["properties"] = new JsonObject
            {
                ["exceptions"] = List(Mapping(
                    null,
                    ("name!", Text(100)),
                    ("on", Text(60, "A day such as 2026-12-31, or 12-31 for every year; or a weekday of the month, such as last fri, or 2nd sun of may.")),
                    ("from", Text(10, "The first day.")),
                    ("to", Text(10, "The last day, included.")),
                    ("open!", Intervals())), "Days with hours of their own; the narrowest counts."),
                ["force"] = Mapping("Open or closed whatever the hours say.", ("state!", OneOf(HoursExceptionsReader.States)), ("until", Time()), ("reason", Text(100))),
            };
        }

        return hours;
    }

    private static JsonObject Intervals()
    {
        const string Interval = "[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2}";
        return Pattern($"^ *(24[hH]|[cC][lL][oO][sS][eE][dD]|{Interval}( *, *{Interval})*) *$", "Intervals such as \"09:00-13:00, 14:00-22:00\", 24h or closed.");
    }

    private static JsonObject Greeting() => Text(1000, "What the operator reads; {operator.name} and {daypart} are filled in.");

    private static JsonObject Target() => Text(254, "recipient, messagesTo, an employee, or an address.");

    private static JsonObject Beginning() => Pattern(@"^\+[0-9]{1,15}$", "The beginning of numbers, such as \"+7812\".");

    private static JsonObject Quiet() => Pattern(AQuietTime, "Quiet hours, such as \"22:00-08:00\".");
}
