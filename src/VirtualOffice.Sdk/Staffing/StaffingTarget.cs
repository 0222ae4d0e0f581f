namespace VirtualOffice.Sdk.Staffing;

/// <summary>What is to be reached in every half hour.</summary>
public sealed record StaffingTarget
{
    /// <summary>The share of all callers who are to be answered in time; above 0 and below 1. Those who hang up count as not answered. 0.8 by default.</summary>
    public double ServiceLevel { get; init; } = 0.8;

    /// <summary>What is in time; zero or more. 20 seconds by default.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The share of callers who may hang up; above 0, up to 1. 1, the default, for any.</summary>
    public double MaxAbandonRate { get; init; } = 1;
}
