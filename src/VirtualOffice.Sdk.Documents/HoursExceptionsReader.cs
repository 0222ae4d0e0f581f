using System.Globalization;
using VirtualOffice.Sdk.Companies;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads what stands beside the week's hours: days with hours of their own, and what is forced.</summary>
internal sealed class HoursExceptionsReader(DocumentReader reader)
{
    private const string ADay = "a day, such as 2026-12-31, or 12-31 for every year";
    private const string ADayOrWeekday = $"{ADay}; or a weekday of the month, such as last fri, or 2nd sun of may";
    private const string ATime = "a time of the company, such as 2026-12-31T18:00";

    internal static readonly (string Name, bool IsOpen)[] States = [("open", true), ("closed", false)];

    public IReadOnlyList<HoursException> Read(DocumentNode hours) => hours.Yaml is YamlMappingNode mapping && mapping.Children.ContainsKey(new YamlScalarNode("exceptions"))
        ? [.. reader.Items(hours.Field("exceptions"), "a list of exceptions, such as { name: New Year, on: 01-01, open: closed }").Select(ReadOne).OfType<HoursException>()]
        : [];

    /// <summary>The name of what stands beside the week's hours; null when nothing does.</summary>
    public static string? NameOfAny(DocumentNode hours) =>
        (hours.Yaml as YamlMappingNode)?.Children.Keys.Select(k => (k as YamlScalarNode)?.Value).FirstOrDefault(k => k is "exceptions" or "force");

    public HoursOverride? ReadForced(DocumentNode hours)
    {
        if (hours.Yaml is not YamlMappingNode mapping || !mapping.Children.ContainsKey(new YamlScalarNode("force")))
        {
            return null;
        }

        var node = hours.Field("force");
        if (reader.Fields(node, "state", "until", "reason") is not { } fields)
        {
            return null;
        }

        var hasState = reader.TryChoose(reader.Required(node, fields, "state", "open or closed"), States, out var isOpen);
        DateTime? until = reader.TryValue(fields.GetValueOrDefault("until"), TryTime, ATime, out DateTime end) ? end : null;
        var reason = fields.TryGetValue("reason", out var reasonNode) ? reader.Text(reasonNode, 100) : null;
        return hasState ? new HoursOverride(isOpen, until, reason) : null;
    }

    private HoursException? ReadOne(DocumentNode node)
    {
        if (reader.Fields(node, "name", "on", "from", "to", "open") is not { } fields)
        {
            return null;
        }

        var name = reader.Text(reader.Required(node, fields, "name", "what the exception is"), 100);
        var hasHours = reader.TryValue(reader.Required(node, fields, "open", HoursReader.Allowed), HoursReader.TryIntervals, HoursReader.Allowed, out IReadOnlyList<(TimeOnly From, TimeOnly To)>? hours);
        if (fields.TryGetValue("on", out var on) && WeekdayOfMonth.TryParse(on.Text, out var weekday))
        {
            return ReadWeekday(weekday, name, hasHours ? hours : null, fields);
        }

        var (first, last) = on is not null
            ? (on, on)
            : (reader.Required(node, fields, "from", $"{ADay}; or 'on' for a single day"), reader.Required(node, fields, "to", ADay));
        if (on is not null && (fields.GetValueOrDefault("from") ?? fields.GetValueOrDefault("to")) is { } besides)
        {
            reader.Problem(besides, "either 'on', or 'from' and 'to'");
        }

        var hasDays = reader.TryValue(first, TryDay, on is null ? ADay : ADayOrWeekday, out (DateOnly Day, bool EveryYear) from);
        var to = from;
        hasDays &= on is not null || reader.TryValue(last, TryDay, ADay, out to);
        if (hasDays && (from.EveryYear != to.EveryYear || (!from.EveryYear && to.Day < from.Day)))
        {
            reader.Problem(last!, "the last day, written like the first and not before it");
            return null;
        }

        return name is not null && hasHours && hasDays
            ? new HoursException(name, from.Day, to.Day, [.. hours!.Select(h => new TimeInterval(h.From, h.To))]) { EveryYear = from.EveryYear }
            : null;
    }

    /// <summary>A weekday of the month, for ever or between two days.</summary>
    private HoursException? ReadWeekday(WeekdayOfMonth weekday, string? name, IReadOnlyList<(TimeOnly From, TimeOnly To)>? hours, IReadOnlyDictionary<string, DocumentNode> fields)
    {
        const string ADayOfAYear = "a day with its year, such as 2026-12-31, or nothing";
        var (from, to) = (DateOnly.MinValue, DateOnly.MaxValue);
        var isGood = !fields.TryGetValue("from", out var first) || reader.TryValue(first, TryDayOfAYear, ADayOfAYear, out from);
        isGood &= !fields.TryGetValue("to", out var last) || reader.TryValue(last, TryDayOfAYear, ADayOfAYear, out to);
        if (isGood && to < from)
        {
            reader.Problem(last!, "a day that is not before the first");
            return null;
        }

        return isGood && name is not null && hours is not null
            ? new HoursException(name, from, to, [.. hours.Select(h => new TimeInterval(h.From, h.To))]) { Weekday = weekday }
            : null;
    }

    private static bool TryDayOfAYear(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryDay(string? text, out (DateOnly Day, bool EveryYear) day)
    {
        // A leap year, so that the 29th of February is a day.
        var everyYear = text is { Length: 5 };
        var read = DateOnly.TryParseExact(everyYear ? $"2000-{text}" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = (date, everyYear);
        return read;
    }

    private static bool TryTime(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
