namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record KeysRequest(string? Keys);
