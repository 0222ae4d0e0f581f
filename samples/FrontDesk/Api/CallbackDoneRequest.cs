namespace FrontDesk.Api;

internal sealed record CallbackDoneRequest(string? By, string? Note);
