namespace VirtualOffice.Sdk.Asterisk;

/// <summary>GET /bridges/{id}. The name is the application that made it.</summary>
internal sealed record AriBridge(string Id, string? Name, IReadOnlyList<string>? Channels);
