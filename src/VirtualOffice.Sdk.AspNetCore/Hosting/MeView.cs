namespace VirtualOffice.Sdk.AspNetCore.Hosting;

/// <summary>The person at the browser.</summary>
internal sealed record MeView(
    string Name, IReadOnlyList<DeskRole> Roles, IReadOnlyList<DeskRight> Rights, string? Operator, string? Company, string? CompanyName, string TokenHeader, string Token, string? SignOutPath);
