namespace VirtualOffice.Sdk.Asterisk;

/// <summary>GET /bridges/{id}.</summary>
internal sealed record AriBridge(string Id, IReadOnlyList<string>? Channels);
