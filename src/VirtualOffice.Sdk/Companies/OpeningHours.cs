using System.Globalization;
using NodaTime;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// Decides whether a company takes calls at an instant. What is forced wins; then the narrowest exception that covers the day; then the week's hours.
/// Hours that go over midnight belong to the day on which they begin, also when the next day is an exception. Where clocks go forward, hours that begin in the gap
/// begin at the jump; where they go back, hours begin the first time their beginning is shown and end the last time their end is.
/// </summary>
internal static class OpeningHours
{
    private const int Horizon = 400;

    public static OpeningDecision DecideAt(CompanyDefinition company, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(company);
        var zone = CompanyTime.ZoneOf(company);
        var at = Instant.FromDateTimeOffset(instant);
        if (company.HoursOverride is { } forced && (forced.Until is null || at < CompanyTime.EndOf(forced.Until.Value, zone)))
        {
            return Forced(company, forced, zone);
        }

        return company is { Hours: null, HoursExceptions.Count: 0 }
            ? new OpeningDecision(IsOpen: true, "round the clock", null)
            : ByTheDay(company, zone, at);
    }

    /// <summary>Whether an instant is in hours of the company's week that are not its own, such as those of a number.</summary>
    public static OpeningDecision DecideAt(CompanyDefinition company, WeeklyHours hours, DateTimeOffset instant) =>
        DecideAt(company with { Hours = hours, HoursExceptions = [], HoursOverride = null }, instant);

    private static OpeningDecision Forced(CompanyDefinition company, HoursOverride forced, DateTimeZone zone)
    {
        var rule = $"forced {(forced.IsOpen ? "open" : "closed")}{(forced.Reason is { } reason ? $": {reason}" : "")}";
        if (forced.Until is not { } until)
        {
            return new OpeningDecision(forced.IsOpen, rule, null);
        }

        var end = CompanyTime.EndOf(until, zone);
        var then = DecideAt(company with { HoursOverride = null }, end.ToDateTimeOffset());
        return new OpeningDecision(forced.IsOpen, rule, then.IsOpen == forced.IsOpen ? then.ChangesAt : CompanyTime.Local(end, zone));
    }

    private static OpeningDecision ByTheDay(CompanyDefinition company, DateTimeZone zone, Instant at)
    {
        var today = at.InZone(zone).Date;
        var (rule, end, isOpen) = (RuleOf(company, today).Name, at, false);
        for (var day = 0; day <= Horizon; day++)
        {
            foreach (var (from, to, name) in IntervalsFrom(company, zone, today.PlusDays(day - 1)))
            {
                if (!isOpen && from <= at && at < to)
                {
                    (isOpen, rule, end) = (true, name, to);
                }
                else if (isOpen && from <= end)
                {
                    end = Instant.Max(end, to);
                }
            }

            // What begins on a later day cannot go on with it any more.
            if (isOpen && CompanyTime.StartOf(today.PlusDays(day).At(LocalTime.Midnight), zone) > end)
            {
                return new OpeningDecision(IsOpen: true, rule, CompanyTime.Local(end, zone));
            }
        }

        return isOpen ? new OpeningDecision(IsOpen: true, rule, null) : new OpeningDecision(IsOpen: false, rule, NextOpening(company, zone, today, at));
    }

    private static DateTimeOffset? NextOpening(CompanyDefinition company, DateTimeZone zone, LocalDate today, Instant at)
    {
        for (var day = 0; day <= Horizon; day++)
        {
            var next = IntervalsFrom(company, zone, today.PlusDays(day)).Where(i => i.From > at && i.To > i.From).Select(i => (Instant?)i.From).Min();
            if (next is { } opening)
            {
                return CompanyTime.Local(opening, zone);
            }
        }

        return null;
    }

    /// <summary>The hours that begin on a day, in order.</summary>
    private static IEnumerable<(Instant From, Instant To, string Rule)> IntervalsFrom(CompanyDefinition company, DateTimeZone zone, LocalDate day)
    {
        var (name, intervals) = RuleOf(company, day);
        return intervals.Select(i => (
            CompanyTime.StartOf(day.At(LocalTime.FromTimeOnly(i.From)), zone),
            CompanyTime.EndOf((i.To > i.From ? day : day.PlusDays(1)).At(LocalTime.FromTimeOnly(i.To)), zone),
            name)).OrderBy(i => i.Item1);
    }

    private static (string Name, IEnumerable<TimeInterval> Intervals) RuleOf(CompanyDefinition company, LocalDate day)
    {
        var date = day.ToDateOnly();
        if (company.HoursExceptions.Where(e => e.Covers(date)).OrderBy(e => e.Days).ThenBy(Recurrence).FirstOrDefault() is { } exception)
        {
            return ($"exception '{exception.Name}', {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {Text(exception.Intervals)}", exception.Intervals);
        }

        IReadOnlyList<TimeInterval> hours = company.Hours is { } weekly
            ? [.. weekly.Intervals.Where(i => i.Day == date.DayOfWeek).Select(i => new TimeInterval(i.From, i.To))]
            : [new TimeInterval(TimeOnly.MinValue, TimeOnly.MinValue)];
        return ($"{date.DayOfWeek}: {Text(hours)}", hours);
    }

    /// <summary>How often an exception comes back: what is meant for one day is narrower than what is meant for many.</summary>
    private static int Recurrence(HoursException exception) => exception switch
    {
        { Weekday: { Month: null } } => 2,
        { EveryYear: true } or { Weekday: not null } => 1,
        _ => 0,
    };

    /// <summary>Intervals of a day in words.</summary>
    public static string Text(IReadOnlyList<TimeInterval> intervals) => intervals switch
    {
        [] => "closed",
        [{ From.Ticks: 0, To.Ticks: 0 }] => "24 hours",
        _ => string.Join(", ", intervals.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.From:HH\\:mm}–{i.To:HH\\:mm}"))),
    };
}
