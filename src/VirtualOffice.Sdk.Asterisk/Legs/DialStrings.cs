using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// What is dialled. A dial string comes about nowhere else, and only from a <see cref="PhoneNumber"/> or a <see cref="DeviceId"/>:
/// neither can hold a character that means something to Asterisk.
/// </summary>
internal sealed class DialStrings(AsteriskOptions options)
{
    public string For(DialTarget target) => target switch
    {
        DeviceTarget { Device: var device } => options.DeviceEndpoint.Replace("{device}", device.Value, StringComparison.Ordinal),
        NumberTarget { Number: var number } => $"PJSIP/{options.Trunk.Prefix}{Format(number)}@{options.Trunk.Endpoint}",
        _ => throw new ArgumentException($"Asterisk cannot dial a {target.GetType().Name}.", nameof(target)),
    };

    /// <summary>The device whose endpoint this is, by the pattern that devices are dialled with; null when none is.</summary>
    public DeviceId? DeviceOf(ReadOnlySpan<char> endpoint)
    {
        const string Place = "{device}";
        var pattern = options.DeviceEndpoint.AsSpan(options.DeviceEndpoint.IndexOf('/', StringComparison.Ordinal) + 1);
        var at = pattern.IndexOf(Place, StringComparison.Ordinal);
        return at >= 0
            && endpoint.Length > pattern.Length - Place.Length
            && endpoint.StartsWith(pattern[..at], StringComparison.Ordinal)
            && endpoint.EndsWith(pattern[(at + Place.Length)..], StringComparison.Ordinal)
            && DeviceId.TryParse(endpoint[at..^(pattern.Length - at - Place.Length)].ToString(), out var device)
            ? device
            : null;
    }

    private string Format(PhoneNumber number) => options.Trunk.NumberFormat == AsteriskNumberFormat.Digits ? number.Digits : "+" + number.Digits;
}
