using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VirtualOffice.Sdk.Companies;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads hours: days or ranges of days, each with intervals, <c>24h</c> or <c>closed</c>; beside them exceptions, and what is forced.</summary>
internal sealed class HoursReader(DocumentReader reader)
{
    public const string Allowed = "intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"";

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly string[] Others = ["exceptions", "force"];

    /// <summary>The week's hours; null when the document has none, which means round the clock but for exceptions.</summary>
    public WeeklyHours? Read(DocumentNode node)
    {
        if (node.Yaml is not YamlMappingNode { Children.Count: > 0 } mapping)
        {
            reader.Problem(node, $"days, such as mon-fri, each with {Allowed}");
            return null;
        }

        var byDay = new Dictionary<DayOfWeek, IReadOnlyList<(TimeOnly From, TimeOnly To)>>();
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var field = node.Child(value, DocumentNode.Short(name));
            if (Others.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            if (ReadDays(name) is not { } days)
            {
                reader.Problem(new DocumentNode(key, field.Path), $"{string.Join(", ", Days)}, a range such as mon-fri, or several with commas; or {string.Join(", ", Others)}{Nearest.Hint(name, [.. Days, .. Others])}");
                continue;
            }

            if (!reader.TryValue(field, TryIntervals, Allowed, out IReadOnlyList<(TimeOnly From, TimeOnly To)>? intervals))
            {
                continue;
            }

            foreach (var day in days.Where(d => !byDay.TryAdd(d, intervals!)))
            {
                reader.Problem(new DocumentNode(key, field.Path), "every day once", $"{day} again");
            }
        }

        return byDay.Count == 0 ? null : new WeeklyHours { Intervals = [.. byDay.OrderBy(d => d.Key).SelectMany(d => d.Value.Select(i => new OpenInterval(d.Key, i.From, i.To)))] };
    }

    /// <summary>Hours of a week beside which nothing may stand; null, which is noted, when they are not.</summary>
    public WeeklyHours? ReadPlain(DocumentNode node)
    {
        if (node.Yaml is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children.Where(c => c.Key is YamlScalarNode { Value: var name } && Others.Contains(name, StringComparer.Ordinal)))
            {
                reader.Problem(new DocumentNode(key, node.Child(value, ((YamlScalarNode)key).Value!).Path), string.Join(", ", Days));
            }
        }

        return Read(node);
    }

    /// <summary>The days that a name such as <c>mon-fri</c> or <c>sat, sun</c> stands for; null when it stands for none.</summary>
    public static IReadOnlyList<DayOfWeek>? ReadDays(string text)
    {
        var days = new List<DayOfWeek>();
        foreach (var part in text.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var (first, last) = (Array.IndexOf(Days, ends[0]), Array.IndexOf(Days, ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            // sat-mon goes over the end of the week.
            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add((DayOfWeek)((day + 1) % 7));
                if (day == last)
                {
                    break;
                }
            }
        }

        return days;
    }

    public static bool TryIntervals(string? text, [MaybeNullWhen(false)] out IReadOnlyList<(TimeOnly From, TimeOnly To)> intervals)
    {
        intervals = null;
        var read = new List<(TimeOnly From, TimeOnly To)>();
        switch (text?.Trim().ToLowerInvariant())
        {
            case null or "":
                return false;
            case "closed":
                break;
            case "24h":
                read.Add((TimeOnly.MinValue, TimeOnly.MinValue));
                break;
            case var list:
                foreach (var part in list.Split(',', StringSplitOptions.TrimEntries))
                {
                    var ends = part.Split('-', StringSplitOptions.TrimEntries);
                    if (ends.Length != 2 || !TryTime(ends[0], out var from) || !TryEnd(ends[1], out var to) || (from == to && from != TimeOnly.MinValue))
                    {
                        return false;
                    }

                    read.Add((from, to));
                }

                break;
        }

        intervals = read;
        return true;
    }

    /// <summary>24:00 is how people write the end of a day.</summary>
    private static bool TryEnd(string text, out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        return text == "24:00" || TryTime(text, out time);
    }

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
