namespace FrontDesk.Api;

internal sealed record CallbackPage(IReadOnlyList<CallbackItem> Callbacks, string? Next);
