namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>When a version of a company came into force.</summary>
internal sealed record VersionView(string Version, DateTimeOffset At, bool IsInForce);
