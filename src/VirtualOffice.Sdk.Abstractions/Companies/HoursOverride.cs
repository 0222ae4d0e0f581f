namespace VirtualOffice.Sdk.Companies;

/// <summary>The company is open or closed now whatever its hours say: an evacuation, a party, a sale at night.</summary>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Until">Until when, in the company's time; null for until it is taken back.</param>
/// <param name="Reason">Why; null when nobody said.</param>
public sealed record HoursOverride(bool IsOpen, DateTime? Until, string? Reason);
