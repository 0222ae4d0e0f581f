namespace VirtualOffice.Sdk.Telephony;

/// <summary>A bridge: where legs hear each other. Its id is chosen by the SDK.</summary>
/// <param name="Pbx">The provider's name.</param>
/// <param name="Value">The bridge's id at that PBX.</param>
public readonly record struct BridgeId(string Pbx, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pbx}:{Value}";
}
