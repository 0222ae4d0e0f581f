using System.Globalization;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes hours: days that are alike in one line.</summary>
internal static class HoursWriter
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Hours with what stands beside them; null for round the clock.</summary>
    public static JsonObject? Of(WeeklyHours? hours, IReadOnlyList<HoursException> exceptions, HoursOverride? forced)
    {
        var fields = Of(hours) ?? [];
        if (exceptions.Count > 0)
        {
            fields["exceptions"] = Fields.List(exceptions, Exception);
        }

        if (forced is not null)
        {
            fields["force"] = new Fields()
                .Add("state", Fields.NameOf(forced.IsOpen, HoursExceptionsReader.States)).Add("until", Fields.Moment(forced.Until)).Add("reason", forced.Reason).Node;
        }

        return fields.Count == 0 ? null : fields;
    }

    /// <summary>Hours of a week alone; null for none.</summary>
    public static JsonObject? Of(WeeklyHours? hours)
    {
        if (hours is null)
        {
            return null;
        }

        if (hours.Intervals.Count == 0)
        {
            return new JsonObject { ["mon-sun"] = "closed" };
        }

        var fields = new JsonObject();
        var texts = Enumerable.Range(0, Days.Length)
            .Select(day => hours.Intervals.Where(i => i.Day == (DayOfWeek)((day + 1) % 7)).Select(i => new TimeInterval(i.From, i.To)).ToList())
            .Select(intervals => intervals.Count == 0 ? null : Text(intervals)).ToList();
        for (var first = 0; first < Days.Length; first++)
        {
            if (texts[first] is not { } text)
            {
                continue;
            }

            var last = first;
            while (last + 1 < Days.Length && texts[last + 1] == text)
            {
                last++;
            }

            fields[first == last ? Days[first] : $"{Days[first]}-{Days[last]}"] = text;
            first = last;
        }

        return fields;
    }

    private static JsonObject Exception(HoursException exception)
    {
        var fields = new Fields().Add("name", exception.Name);
        if (exception.Weekday is { } weekday)
        {
            fields.Add("on", weekday.ToString())
                .Add("from", exception.From == DateOnly.MinValue ? null : Day(exception.From, everyYear: false))
                .Add("to", exception.To == DateOnly.MaxValue ? null : Day(exception.To, everyYear: false));
        }
        else if (exception.From == exception.To)
        {
            fields.Add("on", Day(exception.From, exception.EveryYear));
        }
        else
        {
            fields.Add("from", Day(exception.From, exception.EveryYear)).Add("to", Day(exception.To, exception.EveryYear));
        }

        return fields.Add("open", exception.Intervals.Count == 0 ? "closed" : Text(exception.Intervals)).Node;
    }

    private static string Text(IReadOnlyList<TimeInterval> intervals) => intervals is [{ From.Ticks: 0, To.Ticks: 0 }]
        ? "24h"
        : string.Join(", ", intervals.Select(i => $"{Fields.Time(i.From)}-{(i.To == TimeOnly.MinValue ? "24:00" : Fields.Time(i.To))}"));

    private static string Day(DateOnly day, bool everyYear) => day.ToString(everyYear ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
