using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>Adds calls up by company and interval. It keeps counts and no calls, and refuses to keep too many.</summary>
internal sealed class ReportTally(DateOnly from, DateOnly until, ReportInterval by, TimeSpan threshold, DateTimeOffset now, Func<CompanyId, TimeZoneInfo> zoneOf)
{
    /// <summary>The most intervals with calls.</summary>
    public const int MaxIntervals = 50_000;

    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    private readonly Dictionary<CompanyId, ReportCounts> _companies = [];
    private readonly Dictionary<(CompanyId Company, DateTimeOffset At), (DateOnly Date, ReportCounts Counts)> _intervals = [];

    /// <exception cref="BadHttpRequestException">The report becomes too long.</exception>
    public void Add(in OfferedCall call)
    {
        var zone = zoneOf(call.Company);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(call.At, zone).DateTime);
        if (date < from || date >= until)
        {
            return;
        }

        var midnight = BeginningOf(date, zone);
        var at = by == ReportInterval.Day ? midnight : midnight + (Math.Floor((call.At - midnight) / HalfHour) * HalfHour);
        if (!_intervals.TryGetValue((call.Company, at), out var interval))
        {
            if (_intervals.Count >= MaxIntervals)
            {
                throw new BadHttpRequestException($"The report has more than {MaxIntervals:N0} intervals with calls. Ask for one company, for fewer days, or by days.");
            }

            interval = (date, new ReportCounts());
            _intervals.Add((call.Company, at), interval);
        }

        if (!_companies.TryGetValue(call.Company, out var sums))
        {
            _companies.Add(call.Company, sums = new ReportCounts());
        }

        interval.Counts.Add(call, now, threshold);
        sums.Add(call, now, threshold);
    }

    public ReportView View() => new(
        now,
        from,
        until,
        by,
        threshold.TotalSeconds,
        [.. _companies.OrderBy(c => c.Key.Value, StringComparer.Ordinal).Select(c => c.Value.Row(c.Key, null, null))],
        [
            .. _intervals.OrderBy(i => i.Key.Company.Value, StringComparer.Ordinal).ThenBy(i => i.Key.At)
                .Select(i => i.Value.Counts.Row(i.Key.Company, i.Value.Date, i.Key.At)),
        ]);

    /// <summary>When a day begins: midnight, or, where the clock is set forward at midnight, what it is set to.</summary>
    private static DateTimeOffset BeginningOf(DateOnly date, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        // Of a midnight that comes twice, the first one begins the day.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
