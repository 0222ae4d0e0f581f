namespace FrontDesk.Api;

internal sealed record TransferRequest(string? Employee);
