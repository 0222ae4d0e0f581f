using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Fills in the words of greeting.</summary>
internal static class DeskGreeting
{
    public static string Fill(CompanyDefinition company, string operatorName, DateTimeOffset now)
    {
        var text = company.Greeting.Text ?? company.Name;
        return text
            .Replace("{operator.name}", operatorName, StringComparison.Ordinal)
            .Replace("{company.name}", company.Name, StringComparison.Ordinal)
            .Replace("{daypart}", DayPartOf(TimeZoneInfo.ConvertTime(now, company.TimeZone).Hour), StringComparison.Ordinal);
    }

    private static string DayPartOf(int hour) => hour switch
    {
        >= 5 and < 12 => "morning",
        >= 12 and < 18 => "afternoon",
        _ => "evening",
    };
}
