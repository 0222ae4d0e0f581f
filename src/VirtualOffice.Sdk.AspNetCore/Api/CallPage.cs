namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record CallPage(IReadOnlyList<CallView> Calls, string? Next);
