namespace VirtualOffice.Sdk.Companies;

/// <summary>Hours that repeat every week, in the company's local time.</summary>
public sealed record WeeklyHours
{
    /// <summary>The intervals; a day may have several.</summary>
    public required IReadOnlyList<OpenInterval> Intervals { get; init; }

    /// <summary>Whether a local time lies in one of the intervals; the beginning belongs to it, the end does not.</summary>
    public bool Contains(DateTimeOffset local)
    {
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return Intervals.Any(i => i.Contains(local.DayOfWeek, time));
    }
}
