using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A weekday by its place in the month: the last Friday of every month, the second Sunday of May. Its text is <c>last friday</c> or <c>2nd sunday of may</c>.</summary>
[JsonConverter(typeof(WeekdayOfMonthJsonConverter))]
public sealed record WeekdayOfMonth
{
    /// <summary>The <see cref="Nth"/> that stands for the last of a month.</summary>
    public const int Last = -1;

    private static readonly (string Name, int Nth)[] Places =
    [
        ("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("5th", 5), ("last", Last), ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5),
    ];

    /// <summary>A weekday of every month, or of one month of every year.</summary>
    /// <param name="nth">Which of the month: 1 to 5, or <see cref="Last"/>. A month without a fifth has none.</param>
    /// <param name="day">The weekday.</param>
    /// <param name="month">The month, 1 to 12; null for every month.</param>
    public WeekdayOfMonth(int nth, DayOfWeek day, int? month = null)
    {
        if (nth is not (Last or >= 1 and <= 5))
        {
            throw new ArgumentOutOfRangeException(nameof(nth), nth, "1 to 5, or -1 for the last.");
        }

        if (!Enum.IsDefined(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "A day of the week.");
        }

        if (month is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(nameof(month), month, "1 to 12.");
        }

        (Nth, Day, Month) = (nth, day, month);
    }

    /// <summary>Which of the month: 1 to 5, or <see cref="Last"/>.</summary>
    public int Nth { get; }

    /// <summary>The weekday.</summary>
    public DayOfWeek Day { get; }

    /// <summary>The month, 1 to 12; null for every month.</summary>
    public int? Month { get; }

    /// <summary>Whether a day is one.</summary>
    public bool Is(DateOnly day) =>
        day.DayOfWeek == Day
        && (Month ?? day.Month) == day.Month
        && (Nth == Last ? day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month) : (day.Day - 1) / 7 + 1 == Nth);

    /// <summary>Reads a text such as <c>last fri</c>, <c>every last Friday of the month</c> or <c>second Sunday in May</c>.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static WeekdayOfMonth Parse(string text) => TryParse(text, out var weekday)
        ? weekday
        : throw new FormatException($"'{text}' is not a weekday of a month; expected a text such as 'last friday' or '2nd sunday of may'.");

    /// <summary>Reads a text such as <c>last fri</c>, <c>every last Friday of the month</c> or <c>second Sunday in May</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WeekdayOfMonth? weekday)
    {
        weekday = null;
        var words = (text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is ["every", .. var rest])
        {
            words = rest;
        }

        if (words is not [var place, var name, .. var where] || Array.Find(Places, p => p.Name == place) is not { Name: not null } found || IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, name) is not { } day)
        {
            return false;
        }

        int? month = null;
        switch (where)
        {
            case [] or ["of" or "in", "the" or "every", "month"]:
                break;
            case ["of" or "in", var monthName] when IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, monthName) is { } index:
                month = index + 1;
                break;
            default:
                return false;
        }

        weekday = new WeekdayOfMonth(found.Nth, (DayOfWeek)day, month);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"{Array.Find(Places, p => p.Nth == Nth).Name} {CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(Day).ToLowerInvariant()}";
        return Month is { } month ? $"{text} of {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant()}" : text;
    }

    /// <summary>Where a name stands, written whole or with its first three letters.</summary>
    private static int? IndexOf(string[] names, string name)
    {
        var index = Array.FindIndex(names, n => n.Length > 0 && (n.Equals(name, StringComparison.OrdinalIgnoreCase) || n[..3].Equals(name, StringComparison.OrdinalIgnoreCase)));
        return index < 0 ? null : index;
    }
}
