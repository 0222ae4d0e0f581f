using System.Globalization;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Decides how a call is greeted: by the narrowest rule that fits.</summary>
internal static class Greetings
{
    public static GreetingDecision Decide(CompanyDefinition company, DateTimeOffset instant, CallTypeId? callType, string? language)
    {
        var narrowest = company.Greetings.Where(g => Fits(g, company, instant, callType, language))
            .OrderByDescending(Conditions)
            .ThenByDescending(g => g.CallType is not null)
            .ThenByDescending(g => g.Valid.IsLimited)
            .ThenByDescending(g => g.Hours is not null)
            .ThenBy(g => (g.Valid.Until ?? DateTime.MaxValue) - (g.Valid.From ?? DateTime.MinValue))
            .ThenByDescending(g => g.Language?.Length ?? 0)
            .FirstOrDefault();
        return narrowest is null ? new GreetingDecision(company.Greeting, GreetingDecision.Usual) : new GreetingDecision(narrowest.Greeting, Text(narrowest));
    }

    private static bool Fits(GreetingRule rule, CompanyDefinition company, DateTimeOffset instant, CallTypeId? callType, string? language) =>
        (rule.CallType is null || rule.CallType == callType)
        && (rule.Language is null || Speaks(language, rule.Language))
        && rule.Valid.Holds(instant, company.TimeZone)
        && (rule.Hours is null || OpeningHours.DecideAt(company with { Hours = rule.Hours, HoursExceptions = [], HoursOverride = null }, instant).IsOpen);

    /// <summary>Whether a language is another or a kind of it: en-GB is en, and en is not en-GB.</summary>
    private static bool Speaks(string? language, string wanted) => language is not null
        && language.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (language.Length == wanted.Length || language[wanted.Length] == '-');

    private static int Conditions(GreetingRule rule) =>
        (rule.CallType is null ? 0 : 1) + (rule.Language is null ? 0 : 1) + (rule.Valid.IsLimited ? 1 : 0) + (rule.Hours is null ? 0 : 1);

    private static string Text(GreetingRule rule)
    {
        string?[] conditions =
        [
            rule.CallType is { } type ? $"call type {type}" : null,
            rule.Valid.From is { } from ? $"from {Time(from)}" : null,
            rule.Valid.Until is { } until ? $"until {Time(until)}" : null,
            rule.Hours is not null ? "in its hours" : null,
            rule.Language is { } language ? $"language {language}" : null,
        ];
        return $"the greeting for {string.Join(", ", conditions.Where(c => c is not null).DefaultIfEmpty("every call"))}";
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
