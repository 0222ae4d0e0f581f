namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record HoldRequest(bool On);
