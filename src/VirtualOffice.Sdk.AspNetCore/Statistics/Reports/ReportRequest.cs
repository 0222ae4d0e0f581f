using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Api;

namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>Which days a report is of.</summary>
/// <param name="From">The first day, as companies' own calendars have it.</param>
/// <param name="Until">The day after the last one.</param>
/// <param name="By">How long an interval is: <c>day</c> or <c>halfHour</c>; null for days.</param>
internal sealed record ReportRequest(DateOnly? From, DateOnly? Until, string? By)
{
    /// <summary>The most days of a report by days.</summary>
    public const int MaxDays = 366;

    /// <summary>The most days of a report by half hours.</summary>
    public const int MaxDaysByHalfHour = 31;

    /// <exception cref="BadHttpRequestException">It is not valid.</exception>
    public (DateOnly From, DateOnly Until, ReportInterval By) Checked()
    {
        var by = By is { Length: > 0 } ? Ids.Choice<ReportInterval>("by", By) : ReportInterval.Day;
        if (From is not { } from || Until is not { } until)
        {
            throw new BadHttpRequestException("'from' and 'until' must be days, such as 2026-03-01: the first of the report, and the one after its last.");
        }

        var most = by == ReportInterval.Day ? MaxDays : MaxDaysByHalfHour;
        return until.DayNumber - from.DayNumber is var days && days < 1
            ? throw new BadHttpRequestException($"'until' is {until:yyyy-MM-dd}; allowed is a day after 'from', {from:yyyy-MM-dd}.")
            : days > most
                ? throw new BadHttpRequestException($"The report is of {days} days; allowed are at most {most} by {(by == ReportInterval.Day ? "day" : "half hour")}. Ask for parts of it.")
                : (from, until, by);
    }
}
