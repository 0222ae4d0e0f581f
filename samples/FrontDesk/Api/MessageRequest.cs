namespace FrontDesk.Api;

internal sealed record MessageRequest(string? Employee, Dictionary<string, string>? Fields);
