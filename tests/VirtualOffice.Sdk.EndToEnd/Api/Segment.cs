namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A stretch of a call that somebody is billed for.</summary>
internal sealed record Segment(string Kind, DateTimeOffset From, DateTimeOffset? To, string? Operator, string? Employee);
