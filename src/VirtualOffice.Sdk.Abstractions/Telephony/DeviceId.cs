using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>An operator's phone as company documents name it, for example <c>op1</c>; the adapter maps it to an endpoint.</summary>
/// <remarks>1 to 32 ASCII letters, digits, <c>-</c> or <c>_</c>: nothing that could mean something in a dial string.</remarks>
[JsonConverter(typeof(DeviceIdJsonConverter))]
public readonly record struct DeviceId
{
    private DeviceId(string value) => Value = value;

    /// <summary>The device's name.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps a name.</summary>
    /// <exception cref="FormatException">The name has a character that is not allowed, or is empty or longer than 32.</exception>
    public static DeviceId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a device; expected 1 to 32 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps a name.</summary>
    public static bool TryParse(string? text, out DeviceId id)
    {
        var valid = Slug.IsValid(text, 32);
        id = valid ? new DeviceId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
