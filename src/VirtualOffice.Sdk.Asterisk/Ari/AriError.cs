namespace VirtualOffice.Sdk.Asterisk;

/// <summary>What ARI says with a refusal: <c>message</c> mostly, <c>error</c> at times.</summary>
internal sealed record AriError(string? Message, string? Error);
