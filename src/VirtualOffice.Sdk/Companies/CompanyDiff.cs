using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Says in words what is different between two versions of a company.</summary>
internal static class CompanyDiff
{
    private const int MaxShown = 60;

    /// <summary>What tells one item of a list from another, the first that an item has.</summary>
    private static readonly string[] Keys = ["id", "section", "name", "number", "question", "text", "to"];

    /// <summary>Words for one item of a list, where dropping an s does not do.</summary>
    private static readonly Dictionary<string, string> Singular = new(StringComparer.Ordinal)
    {
        ["faq"] = "question",
        ["known"] = "known caller",
        ["blocked"] = "blocked number",
        ["dispatch"] = "dispatch rule",
        ["hoursExceptions"] = "exception",
        ["backupsAfter"] = "backups after",
        ["layout"] = "place of section",
        ["intervals"] = "interval",
    };

    public static IReadOnlyList<string> Of(CompanyDefinition from, CompanyDefinition to)
    {
        var changes = new List<string>();
        CompareHours(from.Hours, to.Hours, changes);
        Compare("", Node(from), Node(to), changes);
        return changes;
    }

    private static JsonNode? Node(CompanyDefinition company)
    {
        var node = JsonNode.Parse(OfficeJson.Write(company with { Hours = null }));
        node!.AsObject().Remove("version");
        node.AsObject().Remove("document");
        return node;
    }

    private static void CompareHours(WeeklyHours? from, WeeklyHours? to, List<string> changes)
    {
        if ((from is null) != (to is null))
        {
            changes.Add(to is null ? "hours: round the clock" : "hours: no longer round the clock");
        }

        DayOfWeek[] week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];
        foreach (var day in to is null ? [] : week.Where(d => OfDay(from, d) != OfDay(to, d)))
        {
            changes.Add(from is null ? $"hours: {day} {OfDay(to, day)}" : $"hours: {day} {OfDay(from, day)} → {OfDay(to, day)}");
        }
    }

    private static string OfDay(WeeklyHours? hours, DayOfWeek day) =>
        OpeningHours.Text([.. (hours?.Intervals ?? []).Where(i => i.Day == day).Select(i => new TimeInterval(i.From, i.To))]);

    private static void Compare(string where, JsonNode? from, JsonNode? to, List<string> changes)
    {
        if (JsonNode.DeepEquals(from, to))
        {
            return;
        }

        switch (from, to)
        {
            case (JsonObject before, JsonObject after):
                foreach (var name in before.Select(f => f.Key).Union(after.Select(f => f.Key), StringComparer.Ordinal))
                {
                    CompareField(where, name, before[name], after[name], changes);
                }

                break;
            case (null, _):
                changes.Add($"{where} added: {Show(to)}");
                break;
            case (_, null):
                changes.Add($"{where} removed");
                break;
            default:
                changes.Add($"{where}: {Show(from)} → {Show(to)}");
                break;
        }
    }

    private static void CompareField(string where, string name, JsonNode? from, JsonNode? to, List<string> changes)
    {
        if (from is JsonArray || to is JsonArray)
        {
            CompareLists(where, name, (from as JsonArray) ?? [], (to as JsonArray) ?? [], changes);
        }
        else
        {
            Compare(Join(where, Words(name)), from, to, changes);
        }
    }

    private static void CompareLists(string where, string name, JsonArray from, JsonArray to, List<string> changes)
    {
        var item = Singular.GetValueOrDefault(name) ?? Words(name.EndsWith('s') ? name[..^1] : name);
        var (before, after) = (Keyed(from), Keyed(to));
        foreach (var (key, value) in before)
        {
            if (after.Find(a => a.Key == key).Value is { } kept)
            {
                Compare(Join(where, $"{item} {Short(key)}"), value, kept, changes);
            }
            else
            {
                changes.Add($"{Join(where, $"{item} {Short(key)}")} removed");
            }
        }

        changes.AddRange(after.Where(a => !before.Exists(b => b.Key == a.Key)).Select(a => $"{Join(where, $"{Kind(a.Value)}{item} {Short(a.Key)}")} added"));
        var common = before.Select(b => b.Key).Where(k => after.Exists(a => a.Key == k)).ToList();
        if (!common.SequenceEqual(after.Select(a => a.Key).Where(common.Contains), StringComparer.Ordinal))
        {
            changes.Add($"{Join(where, Words(name))}: {string.Join(", ", before.Select(b => Short(b.Key)))} → {string.Join(", ", after.Select(a => Short(a.Key)))}");
        }
    }

    /// <summary>The items with what tells them apart; of two that share it the second is told by a number.</summary>
    private static List<(string Key, JsonNode Value)> Keyed(JsonArray items)
    {
        var keyed = new List<(string Key, JsonNode Value)>();
        foreach (var item in items.OfType<JsonNode>())
        {
            var key = (item is JsonObject o ? Keys.Select(k => o[k]).FirstOrDefault(v => v is JsonValue)?.ToString() : item.ToString()) ?? (keyed.Count + 1).ToString(CultureInfo.InvariantCulture);
            var again = keyed.Count(k => k.Key == key || k.Key.StartsWith(key + " (", StringComparison.Ordinal));
            keyed.Add((again == 0 ? key : $"{key} ({again + 1})", item));
        }

        return keyed;
    }

    private static string Kind(JsonNode item) => item is JsonObject o && o["number"] is not null && o["kind"]?.ToString() is { } kind and not "Other" ? $"{kind.ToLowerInvariant()} " : "";

    private static string Join(string where, string what) => where.Length == 0 ? what : $"{where}: {what}";

    private static string Show(JsonNode? node) => node switch
    {
        JsonValue => Short(node.ToString()),
        JsonObject o => string.Join(", ", o.Where(f => f.Value is not null).Select(f => $"{Words(f.Key)} {Show(f.Value)}")),
        JsonArray a => string.Join(", ", a.Select(Show)),
        _ => "nothing",
    };

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxShown ? line : line[..MaxShown] + "…";
    }

    /// <summary>The words of a field's name: wrapUp is wrap up.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            words.Append(char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString());
        }

        return words.ToString();
    }
}
