namespace VirtualOffice.Sdk.AspNetCore.Softphone;

/// <summary>What the page needs to be the operator's phone.</summary>
/// <param name="Server">The PBX's WebSocket.</param>
/// <param name="Domain">The domain in SIP addresses.</param>
/// <param name="User">The account's user.</param>
/// <param name="Password">The account's password.</param>
/// <param name="Name">The operator's name.</param>
/// <param name="EchoTest">What to dial to hear oneself; null for nothing.</param>
/// <param name="IceServers">STUN and TURN servers.</param>
internal sealed record SoftphoneView(string Server, string Domain, string User, string Password, string Name, string? EchoTest, IReadOnlyList<string> IceServers);
