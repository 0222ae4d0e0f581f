namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record MuteRequest(bool On);
