namespace VirtualOffice.Sdk.Staffing;

/// <summary>How many operators a company needs.</summary>
/// <param name="Intervals">The half hours, in order.</param>
public sealed record StaffingPlan(IReadOnlyList<StaffedInterval> Intervals)
{
    /// <summary>The operators' hours of the whole plan.</summary>
    public double OperatorHours => Intervals.Sum(i => i.Operators) / 2.0;
}
