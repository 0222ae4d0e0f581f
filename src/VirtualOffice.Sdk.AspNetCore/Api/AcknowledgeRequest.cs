namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record AcknowledgeRequest(string? Who);
