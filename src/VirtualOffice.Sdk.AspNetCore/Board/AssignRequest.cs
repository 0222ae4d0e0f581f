namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Which companies an operator is to serve.</summary>
internal sealed record AssignRequest(IReadOnlyList<string>? Companies);
