namespace VirtualOffice.Sdk.Telephony;

/// <summary>One playing of a prompt to one leg. Its id is chosen by the SDK.</summary>
/// <param name="Pbx">The provider's name.</param>
/// <param name="Value">The playback's id at that PBX.</param>
public readonly record struct PlaybackId(string Pbx, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pbx}:{Value}";
}
