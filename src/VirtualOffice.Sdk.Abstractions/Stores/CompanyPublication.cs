namespace VirtualOffice.Sdk.Stores;

/// <summary>A version of a company came into force.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When, UTC.</param>
public sealed record CompanyPublication(string Version, DateTimeOffset At);
