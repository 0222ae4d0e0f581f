namespace VirtualOffice.Sdk.Staffing;

/// <summary>How thoroughly to simulate.</summary>
public sealed record StaffingOptions
{
    /// <summary>How many days are simulated for each question; 10 to 100,000. 200 by default.</summary>
    public int Days { get; init; } = 200;

    /// <summary>Which days; the same seed gives the same plan. 1 by default.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The most operators to consider in a half hour; 1 to 10,000. 1,000 by default.</summary>
    public int MaxOperators { get; init; } = 1_000;
}
