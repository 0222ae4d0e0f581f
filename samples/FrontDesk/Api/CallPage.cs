namespace FrontDesk.Api;

internal sealed record CallPage(IReadOnlyList<CallView> Calls, string? Next);
