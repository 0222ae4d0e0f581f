namespace FrontDesk.Api;

internal sealed record ConsultRequest(string? With);
