using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>The phone in the operator's browser, which speaks SIP over a WebSocket to the PBX, and WebRTC.</summary>
public sealed class SoftphoneOptions
{
    /// <summary>The PBX's WebSocket for SIP, such as <c>wss://pbx.example/ws</c>. <c>ws://</c> is allowed to this machine only, as browsers allow no microphone beside it.</summary>
    public Uri? Server { get; set; }

    /// <summary>The domain in the operators' SIP addresses; the server's host where null.</summary>
    public string? Domain { get; set; }

    /// <summary>
    /// The account with which an operator's browser registers, null where the operator has a phone of another kind. The password reaches the operator's browser: use one that is good
    /// for nothing but this phone. Called for every desk that is opened; safe for concurrent use.
    /// </summary>
    public Func<OperatorDefinition, SoftphoneAccount?> Account { get; set; } = _ => null;

    /// <summary>What a browser dials to hear itself, an extension of the PBX that answers with an echo; null for no such test.</summary>
    public string? EchoTest { get; set; }

    /// <summary>STUN and TURN servers, such as <c>stun:stun.example</c>, for browsers that reach the PBX through a router; none by default.</summary>
    public IList<Uri> IceServers { get; } = [];
}
