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

    private string Format(PhoneNumber number) => options.Trunk.NumberFormat == AsteriskNumberFormat.Digits ? number.Digits : "+" + number.Digits;
}
