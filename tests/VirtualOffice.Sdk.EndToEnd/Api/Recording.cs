namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>Audio kept of a call or of a voice message.</summary>
internal sealed record Recording(string Id, string State, double? Seconds, long? Bytes, string? Sha256, string? Href);
