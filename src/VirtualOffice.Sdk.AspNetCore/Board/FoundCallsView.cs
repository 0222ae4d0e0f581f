namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A page of calls found.</summary>
internal sealed record FoundCallsView(IReadOnlyList<FoundCallItem> Calls, string? Next);
