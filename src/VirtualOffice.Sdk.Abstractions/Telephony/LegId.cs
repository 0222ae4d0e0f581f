using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>A leg: one party's connection to a PBX (a channel, in Asterisk's words). Written <c>pbx:value</c>.</summary>
/// <param name="Pbx">The provider's name.</param>
/// <param name="Value">The leg's id at that PBX, opaque; for legs the SDK dials it is chosen by the SDK.</param>
[JsonConverter(typeof(LegIdJsonConverter))]
public readonly record struct LegId(string Pbx, string Value)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">There is no colon.</exception>
    public static LegId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new LegId(text[..colon], text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a leg id; expected 'pbx:value'.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Pbx}:{Value}";
}
