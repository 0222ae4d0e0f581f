using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Documents with remarks in them, and the parts of a company that a form changes.</summary>
internal static class RemarkedDocument
{
    /// <summary>The section of the document, or the field of its card, and how to take it from another company.</summary>
    public static IReadOnlyList<(string Name, Func<CompanyDefinition, CompanyDefinition, CompanyDefinition> Take)> Parts { get; } =
    [
        ("hours", (a, b) => a with { Hours = b.Hours }),
        ("hours", (a, b) => a with { HoursExceptions = b.HoursExceptions }),
        ("hours", (a, b) => a with { HoursExceptions = [.. b.HoursExceptions.Take(1), .. a.HoursExceptions.Skip(1), .. a.HoursExceptions.Take(1)] }),
        ("absences", (a, b) => a with { Absences = b.Absences }),
        ("absences", (a, b) => a with { Absences = [.. a.Absences.Reverse(), .. b.Absences] }),
        ("onCall", (a, b) => a with { OnCallLists = [.. a.OnCallLists.Zip(b.OnCallLists, (x, y) => x with { Default = y.Default, Entries = y.Entries }), .. a.OnCallLists.Skip(b.OnCallLists.Count)] }),
        ("card", (a, b) => a with { Card = a.Card with { About = b.Card.About, Instructions = b.Card.Instructions } }),
        ("card", (a, b) => a with { Card = a.Card with { Notices = b.Card.Notices, Promotions = [.. b.Card.Promotions, .. a.Card.Promotions] } }),
        ("card", (a, b) => a with { Card = a.Card with { Offices = [.. a.Card.Offices.Reverse(), .. b.Card.Offices] } }),
        ("card", (a, b) => a with { Card = a.Card with { Services = [.. a.Card.Services.Skip(1), .. b.Card.Services, .. a.Card.Services.Take(1)] } }),
        ("messageText", (a, b) => a with { MessageTemplate = b.MessageTemplate }),
    ];

    /// <summary>The document with remarks between its sections, and, where it can be, between and after its lines. Those of texts are not touched.</summary>
    public static string Of(string text, int seed)
    {
        var random = new Random(seed);
        var lines = new List<string>();
        var quoted = -1;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            quoted = quoted >= 0 && (indent > quoted || line.Length == 0) ? quoted : -1;
            if (quoted >= 0)
            {
                lines.Add(line);
                continue;
            }

            if (indent == 0 && random.Next(2) == 0)
            {
                lines.Add("");
            }

            for (var i = random.Next(3); i > 0; i--)
            {
                lines.Add($"{new string(' ', indent)}# remark {random.Next()}: 'x");
            }

            quoted = line.EndsWith("|-", StringComparison.Ordinal) ? indent : -1;
            lines.Add(quoted < 0 && random.Next(3) == 0 ? $"{line} # {random.Next()}" : line);
        }

        return string.Join('\n', lines) + "\n# the end\n";
    }

    /// <summary>The lines of all sections but one. What stands directly above a section belongs to it.</summary>
    public static IReadOnlyList<string> LinesOutside(string text, string section)
    {
        var outside = new List<string>();
        var pending = new List<string>();
        var isIn = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                pending.Add(line);
                continue;
            }

            if (line is [not ' ', ..])
            {
                isIn = line.StartsWith($"{section}:", StringComparison.Ordinal);
            }
            else if (line.Length == 0 && pending.Count == 0 && isIn)
            {
                isIn = line.Length > 0 && isIn;
                continue;
            }

            if (!isIn && line.Length > 0)
            {
                outside.AddRange(pending);
                outside.Add(line);
            }

            pending.Clear();
        }

        return [.. outside, .. pending];
    }
}
