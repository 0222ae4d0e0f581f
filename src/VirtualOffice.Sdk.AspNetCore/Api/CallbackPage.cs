namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record CallbackPage(IReadOnlyList<CallbackItem> Callbacks, string? Next);
