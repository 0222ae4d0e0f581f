namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record StepRequest(string? Step);
