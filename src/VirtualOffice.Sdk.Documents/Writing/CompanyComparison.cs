using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Whether two definitions say the same, however they were made.</summary>
internal static class CompanyComparison
{
    /// <summary>Where they differ first; null when they say the same.</summary>
    public static string? FirstDifference(CompanyDefinition a, CompanyDefinition b) => Find("", Node(a), Node(b));

    private static JsonNode Node(CompanyDefinition company) => JsonNode.Parse(OfficeJson.Write(company with
    {
        Version = "",
        Document = null,
        HoursExceptions = [.. company.HoursExceptions.Select(Same)],
        Scripts = [.. company.Scripts.Select(s => s with { Steps = [.. s.Steps.Select(Same)] })],
        Card = company.Card with { Offices = [.. company.Card.Offices.Select(o => o with { HoursExceptions = [.. o.HoursExceptions.Select(Same)] })] },
    }))!;

    /// <summary>Of what comes every year the years say nothing.</summary>
    private static HoursException Same(HoursException exception) => exception.EveryYear
        ? exception with { From = new DateOnly(2000, exception.From.Month, exception.From.Day), To = new DateOnly(2000, exception.To.Month, exception.To.Day) }
        : exception;

    /// <summary>Only conditions have an order.</summary>
    private static ScriptStep Same(ScriptStep step) => step with
    {
        Settings = new SortedDictionary<string, IReadOnlyList<string>>(step.Settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal), StringComparer.Ordinal),
        Exits = [.. step.Exits.Where(e => e.When is not null), .. step.Exits.Where(e => e.When is null).OrderBy(e => e.On, StringComparer.Ordinal)],
    };

    private static string? Find(string where, JsonNode? a, JsonNode? b)
    {
        if (JsonNode.DeepEquals(a, b))
        {
            return null;
        }

        switch (a, b)
        {
            case (JsonObject before, JsonObject after):
                return before.Select(f => f.Key).Union(after.Select(f => f.Key), StringComparer.Ordinal)
                    .Select(name => Find(where.Length == 0 ? name : $"{where}.{name}", before[name], after[name])).FirstOrDefault(d => d is not null);
            case (JsonArray before, JsonArray after) when before.Count == after.Count:
                return before.Select((item, i) => Find($"{where}[{i}]", item, after[i])).FirstOrDefault(d => d is not null);
            default:
                return $"{where}: {a?.ToJsonString() ?? "nothing"} is written as what reads {b?.ToJsonString() ?? "nothing"}";
        }
    }
}
