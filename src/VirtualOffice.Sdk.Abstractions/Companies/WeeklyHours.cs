namespace VirtualOffice.Sdk.Companies;

/// <summary>Hours that repeat every week, in the company's local time.</summary>
public sealed record WeeklyHours
{
    /// <summary>The intervals; a day may have several.</summary>
    public required IReadOnlyList<OpenInterval> Intervals { get; init; }
}
