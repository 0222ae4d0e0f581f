namespace VirtualOffice.Sdk.Companies;

/// <summary>Days with hours of their own: holidays, short days, a week of repairs. Of several that cover a day the narrowest counts: the one with the fewest days, and of two alike the one that comes back less often (once, every year, every month), then the first.</summary>
/// <param name="Name">What it is, in the words of whoever asks why the company is closed.</param>
/// <param name="From">The first day, in the company's time.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Intervals">The hours of each of the days; none for closed.</param>
public sealed record HoursException(string Name, DateOnly From, DateOnly To, IReadOnlyList<TimeInterval> Intervals)
{
    /// <summary>Whether it comes every year, whatever the years of <see cref="From"/> and <see cref="To"/> are; it may go over the end of the year.</summary>
    public bool EveryYear { get; init; }

    /// <summary>Only the days between <see cref="From"/> and <see cref="To"/> that are this weekday of their month, such as every last Friday; null for all of them.</summary>
    public WeekdayOfMonth? Weekday { get; init; }

    /// <summary>Whether it covers a day.</summary>
    public bool Covers(DateOnly day)
    {
        if (Weekday is not null && !Weekday.Is(day))
        {
            return false;
        }

        if (!EveryYear)
        {
            return day >= From && day <= To;
        }

        var (from, to, at) = (From.Month * 100 + From.Day, To.Month * 100 + To.Day, day.Month * 100 + day.Day);
        return from <= to ? at >= from && at <= to : at >= from || at <= to;
    }

    /// <summary>How many days it covers at a time, of a common year when it comes every year; a weekday of a month is one.</summary>
    public int Days
    {
        get
        {
            if (Weekday is not null)
            {
                return 1;
            }

            var days = EveryYear ? new DateOnly(2001, To.Month, Math.Min(To.Day, DateTime.DaysInMonth(2001, To.Month))).DayOfYear - new DateOnly(2001, From.Month, Math.Min(From.Day, DateTime.DaysInMonth(2001, From.Month))).DayOfYear + 1 : To.DayNumber - From.DayNumber + 1;
            return days > 0 ? days : days + 365;
        }
    }
}
