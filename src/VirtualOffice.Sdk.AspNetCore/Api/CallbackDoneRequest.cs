namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record CallbackDoneRequest(string? By, string? Note);
