namespace FrontDesk.Api;

internal sealed record AcknowledgeRequest(string? Who);
