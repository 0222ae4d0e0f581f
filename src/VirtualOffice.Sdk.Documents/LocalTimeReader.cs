using System.Globalization;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads times of the company: a day alone, or a day and a time.</summary>
internal static class LocalTimeReader
{
    public const string ATime = "a day, such as 2026-12-31, or a time of the company, such as 2026-12-31T18:00";

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];

    /// <summary>A beginning: a day alone is its first moment.</summary>
    public static DateTime? From(DocumentReader reader, DocumentNode? node) => Read(reader, node) is var (time, _) ? time : null;

    /// <summary>An end: a day alone is included.</summary>
    public static DateTime? Until(DocumentReader reader, DocumentNode? node) => Read(reader, node) is var (time, isDay) ? (isDay ? time.AddDays(1) : time) : null;

    private static (DateTime Time, bool IsDay)? Read(DocumentReader reader, DocumentNode? node) =>
        reader.TryValue(node, TryParse, ATime, out (DateTime Time, bool IsDay) time) ? time : null;

    private static bool TryParse(string? text, out (DateTime Time, bool IsDay) time)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        time = (day.ToDateTime(TimeOnly.MinValue), true);
        if (isDay)
        {
            // The last day of the calendar has no next one.
            return day < DateOnly.MaxValue;
        }

        var isTime = DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        time = (moment, false);
        return isTime;
    }
}
