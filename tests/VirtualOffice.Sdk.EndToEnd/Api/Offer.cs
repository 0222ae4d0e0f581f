namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A call shown and rung to one operator, and what came of it.</summary>
internal sealed record Offer(string Operator, DateTimeOffset At, DateTimeOffset? EndedAt, string? Result);
