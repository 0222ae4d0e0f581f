using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>Times and lists as a person types them into a form, the same as in a document.</summary>
internal static class FormText
{
    public const string ADay = "a day or a time of the company, such as 2026-12-31 or 2026-12-31T18:00";
    public const string SomeHours = "hours such as 09:00-18:00 or 09:00-13:00, 14:00-18:00, or 24h, or nothing for closed";

    private static readonly string[] s_times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];

    public static string? From(DateTime? time) => time is not { } at ? null : at.TimeOfDay == TimeSpan.Zero ? Day(at) : Time(at);

    /// <summary>An end at midnight is the day before, whole.</summary>
    public static string? Until(DateTime? time) => time is not { } at ? null : at.TimeOfDay == TimeSpan.Zero ? Day(at.AddDays(-1)) : Time(at);

    public static string Hours(IEnumerable<TimeInterval> intervals) => string.Join(", ", intervals.Select(i =>
        i.From == TimeOnly.MinValue && i.To == TimeOnly.MinValue ? "24h" : string.Create(CultureInfo.InvariantCulture, $"{i.From:HH:mm}-{i.To:HH:mm}")));

    public static string List(IEnumerable<string> words) => string.Join(", ", words);

    public static IReadOnlyList<string> Words(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool TryFrom(string text, out DateTime time) => TryDay(text, out time) || TryTime(text, out time);

    public static bool TryUntil(string text, out DateTime time)
    {
        if (!TryDay(text, out time) || time == DateTime.MaxValue.Date)
        {
            return TryTime(text, out time);
        }

        time = time.AddDays(1);
        return true;
    }

    public static bool TryHours(string? text, out IReadOnlyList<TimeInterval> intervals)
    {
        var read = new List<TimeInterval>();
        intervals = read;
        foreach (var part in Words(text))
        {
            if (part == "24h")
            {
                read.Add(new TimeInterval(TimeOnly.MinValue, TimeOnly.MinValue));
                continue;
            }

            if (part.Split('-', StringSplitOptions.TrimEntries) is not [var from, var to] || !TryClock(from, out var begins) || !TryClock(to == "24:00" ? "00:00" : to, out var ends))
            {
                return false;
            }

            read.Add(new TimeInterval(begins, ends));
        }

        return true;
    }

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateTime day) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryTime(string text, out DateTime time) => DateTime.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static bool TryClock(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
