using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>What conditions and texts of a script know of a call.</summary>
public static class ScriptFacts
{
    /// <summary>The facts by name.</summary>
    /// <param name="call">The call.</param>
    /// <param name="company">The company called.</param>
    /// <param name="at">When.</param>
    /// <param name="isOpen">Whether the company is open then.</param>
    /// <param name="operatorName">The operator's name; null for none.</param>
    public static IReadOnlyDictionary<string, string> Of(CallRecord call, CompanyDefinition company, DateTimeOffset at, bool isOpen, string? operatorName = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(company);
        var local = TimeZoneInfo.ConvertTime(at, company.TimeZone);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["caller.number"] = call.Caller.Number?.ToString() ?? "",
            ["caller.name"] = call.Facts?.Name ?? "",
            ["caller.known"] = Flag(call.Facts?.Name is not null),
            ["caller.vip"] = Flag(call.Priority == CallPriority.Vip),
            ["caller.anonymous"] = Flag(call.Caller.IsWithheld),
            ["open"] = Flag(isOpen),
            ["daypart"] = local.Hour switch { < 6 => "night", < 12 => "morning", < 18 => "afternoon", < 22 => "evening", _ => "night" },
            ["weekday"] = WeekdayOf(local.DayOfWeek),
            ["date"] = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["hour"] = local.Hour.ToString(CultureInfo.InvariantCulture),
            ["language"] = call.Language ?? "",
            ["dialled"] = call.Dialled,
            ["callType"] = call.CallType?.Value ?? "",
            ["company.name"] = company.Name,
            ["operator.name"] = operatorName ?? "",
        };
        foreach (var answer in call.Script?.Answers ?? [])
        {
            facts.TryAdd(answer.Field, answer.Value);
        }

        return facts;
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string WeekdayOf(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "monday",
        DayOfWeek.Tuesday => "tuesday",
        DayOfWeek.Wednesday => "wednesday",
        DayOfWeek.Thursday => "thursday",
        DayOfWeek.Friday => "friday",
        DayOfWeek.Saturday => "saturday",
        _ => "sunday",
    };
}
