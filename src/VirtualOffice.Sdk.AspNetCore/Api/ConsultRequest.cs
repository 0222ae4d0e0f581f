namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record ConsultRequest(string? With);
