using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using static VirtualOffice.Sdk.Testing.Sentence;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What callers and operators do.</summary>
internal static class ActingSentences
{
    // Two seconds of speech for three words, and never nothing.
    private const double SecondsPerWord = 0.66;

    public static IReadOnlyList<Sentence> All { get; } =
    [
        Of("CALLER dials NUMBER [from NUMBER] [as NAME]", @"(?<who>[\w-]+) dials (?<to>\+?\d+)(?: from (?<from>\+?\d+|nobody))?(?: as (?<name>.+))?", (office, g) => office.Call(
            g["to"].Value, g["from"] is { Success: true, Value: var from } && from != "nobody" ? from : null, g["who"].Value, g["name"].Success ? g["name"].Value : null)),
        Of("wait TIME", "(?:[\\w-]+ waits|wait) (?<t><T>)", (office, g) =>
        {
            office.Note("time", $"{g["t"].Value} pass");
            office.Advance(ShortTimes.Parse(g["t"].Value));
        }),
        Of("it becomes HH:mm", @"it becomes (?<time>\d{1,2}:\d{2})", (office, g) => Become(office, g["time"].Value)),
        Of("WHO presses DIGITS", @"(?<who>.+?) presses (?<digits>[0-9*#]+)", (office, g) =>
        {
            if (FindCaller(office, g["who"].Value) is { } caller)
            {
                caller.Press(g["digits"].Value);
            }
            else
            {
                office.Phone(g["who"].Value).Press(g["digits"].Value);
            }
        }),
        Of("CALLER speaks for TIME", @"(?<who>[\w-]+) speaks for (?<t><T>)", (office, g) => Caller(office, g["who"].Value).Speak(ShortTimes.Parse(g["t"].Value))),
        Of("CALLER says \"TEXT\"", @"(?<who>[\w-]+) says ""(?<text>[^""]+)""", (office, g) =>
            Caller(office, g["who"].Value).Speak(TimeSpan.FromSeconds(Math.Ceiling(SecondsPerWord * g["text"].Value.Split(' ').Length)))),
        Of("WHO hangs up", "(?<who>.+?) hangs up", (office, g) => HangUp(office, g["who"].Value)),
        Of("OPERATOR is available | on break | offline", "(?<who>[\\w-]+) is (?<what>available|on break|offline)", (office, g) => office.Operator(g["who"].Value).SetPresence(g["what"].Value switch
        {
            "available" => OperatorPresence.Available,
            "offline" => OperatorPresence.Offline,
            _ => OperatorPresence.Break,
        })),
        Of("OPERATOR transfers to EMPLOYEE [blind | warm] [and leaves]", "(?<who>[\\w-]+) transfers to (?<to>[\\w-]+)(?: (?<kind>blind|warm))?(?<leave> and leaves)?", (office, g) =>
            office.Operator(g["who"].Value).Transfer(
                Employee(office, g["to"].Value), g["kind"].Success ? Enum.Parse<TransferKind>(g["kind"].Value, ignoreCase: true) : null, g["leave"].Success)),
        Of("OPERATOR completes the transfer", "(?<who>[\\w-]+) completes the transfer", (office, g) => office.Operator(g["who"].Value).CompleteTransfer()),
        Of("OPERATOR takes the caller back", "(?<who>[\\w-]+) takes the caller back", (office, g) => office.Operator(g["who"].Value).TakeBack()),
        Of("OPERATOR takes a[n urgent] message [for EMPLOYEE]: NAME = VALUE[; NAME = VALUE]", "(?<who>[\\w-]+) takes an? (?<urgent>urgent )?message(?: for (?<to>[\\w-]+))?: (?<fields>.+)", (office, g) =>
            office.Operator(g["who"].Value).TakeMessage(
                g["to"].Success ? Employee(office, g["to"].Value) : null,
                g["urgent"].Success ? MessageUrgency.Urgent : MessageUrgency.Routine,
                Fields(office, g["fields"].Value))),
    ];

    public static ScenarioCaller? FindCaller(ScenarioOffice office, string name) => office.Callers.LastOrDefault(c => c.Name == name);

    public static ScenarioCaller Caller(ScenarioOffice office, string name) => FindCaller(office, name)
        ?? throw office.Failure($"There is no caller '{name}'; {(office.Callers.Count == 0 ? "nobody has dialled" : $"there are {string.Join(", ", office.Callers.Select(c => c.Name).Distinct(StringComparer.Ordinal))}")}.");

    private static EmployeeId Employee(ScenarioOffice office, string id) => office.Names.FindEmployee(id)?.Id
        ?? throw office.Failure($"There is no employee '{id}'; there are {string.Join(", ", office.Office.Companies.List().SelectMany(c => c.Employees).Select(e => e.Id))}.");

    private static void HangUp(ScenarioOffice office, string who)
    {
        if (FindCaller(office, who) is { } caller)
        {
            caller.HangUp();
        }
        else if (office.Operators.FirstOrDefault(o => o.Definition.Id.Value == who) is { Call: not null } op)
        {
            op.HangUp();
        }
        else
        {
            office.Phone(who).HangUp();
        }
    }

    private static IReadOnlyList<MessageField> Fields(ScenarioOffice office, string text) =>
    [
        .. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(field => field.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? new MessageField(field[..at].Trim(), field[(at + 1)..].Trim())
            : throw office.Failure($"'{field}' is no field of a message; allowed is NAME = VALUE.")),
    ];

    private static void Become(ScenarioOffice office, string text)
    {
        if (!TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            throw office.Failure($"'{text}' is no time; allowed is 0:00 to 23:59.");
        }

        var local = TimeZoneInfo.ConvertTime(office.Now, office.TimeZone).DateTime;
        var next = local.Date + time.ToTimeSpan();
        next = next > local ? next : next.AddDays(1);
        office.Note("time", $"it becomes {text}");
        office.Advance(new DateTimeOffset(next, office.TimeZone.GetUtcOffset(next)) - office.Now);
    }
}
