namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Variables that a channel is created with.</summary>
internal sealed record AriVariables(IReadOnlyDictionary<string, string> Variables);
