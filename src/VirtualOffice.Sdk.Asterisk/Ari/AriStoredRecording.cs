namespace VirtualOffice.Sdk.Asterisk;

/// <summary>One of GET /recordings/stored.</summary>
internal sealed record AriStoredRecording(string? Name);
