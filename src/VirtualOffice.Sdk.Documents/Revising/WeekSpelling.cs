using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Says the hours of a week with the names of days that a document uses, so that days that stay are not touched.</summary>
internal static class WeekSpelling
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Hours before and after, as the document has them and would have them; null when it has none of days.</summary>
    public static (JsonObject Before, JsonObject After)? Align(YamlMappingNode hours, JsonObject before, JsonObject after)
    {
        var (was, becomes) = (new JsonObject(), new JsonObject());
        var week = Week(after);

        // No day at all is round the clock.
        var hasDays = after.Any(f => DaysOf(f.Key) is not null);
        var left = Days.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in hours.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || DaysOf(name) is not { } days || value is not YamlScalarNode { Value: { } text })
            {
                continue;
            }

            was[name] = text;
            left.ExceptWith(days);
            if (!hasDays)
            {
                continue;
            }

            var texts = days.Select(d => week[d]).Distinct(StringComparer.Ordinal).ToList();
            if (texts is [var one])
            {
                becomes[name] = IsSame(text, one) ? text : one;
            }
            else
            {
                AddRuns(becomes, week, days);
            }
        }

        if (was.Count == 0)
        {
            return null;
        }

        AddRuns(becomes, week, hasDays ? [.. Days.Where(left.Contains)] : []);
        foreach (var (from, to) in ((JsonObject, JsonObject)[])[(before, was), (after, becomes)])
        {
            foreach (var (name, value) in from.Where(f => DaysOf(f.Key) is null))
            {
                to[name] = value?.DeepClone();
            }
        }

        return (was, becomes);
    }

    /// <summary>Days that follow each other and are alike, in one field; those that are closed in none.</summary>
    private static void AddRuns(JsonObject fields, Dictionary<string, string> week, IReadOnlyList<string> days)
    {
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && week[days[last + 1]] == week[days[first]] && Array.IndexOf(Days, days[last + 1]) == Array.IndexOf(Days, days[last]) + 1)
            {
                last++;
            }

            if (!IsSame(week[days[first]], "closed"))
            {
                fields[first == last ? days[first] : $"{days[first]}-{days[last]}"] = week[days[first]];
            }

            first = last + 1;
        }
    }

    private static Dictionary<string, string> Week(JsonObject hours)
    {
        var week = Days.ToDictionary(d => d, _ => "closed", StringComparer.Ordinal);
        foreach (var (name, value) in hours)
        {
            foreach (var day in DaysOf(name) ?? [])
            {
                week[day] = value!.GetValue<string>();
            }
        }

        return week;
    }

    private static IReadOnlyList<string>? DaysOf(string name) => HoursReader.ReadDays(name)?.Select(d => Days[((int)d + 6) % 7]).ToList();

    private static bool IsSame(string a, string b) =>
        HoursReader.TryIntervals(a, out var x) && HoursReader.TryIntervals(b, out var y) && x.SequenceEqual(y);
}
