namespace FrontDesk.Api;

internal sealed record PresenceRequest(string? State, string? Reason);
