namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A company as the API lists it.</summary>
internal sealed record CompanyView(string Id, string Name, string Version, bool IsOpen);
