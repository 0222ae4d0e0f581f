namespace FrontDesk.Api;

internal sealed record TransferRequest(string? Employee, string? Kind = null, bool Leave = false, string? IfAway = null);
