using System.Text.Json;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The names of the types that are acted upon.</summary>
internal static class AriEventTypes
{
    /// <summary>What Asterisk is asked to send; without this filter three of four events would be for nothing.</summary>
    public static IReadOnlyList<string> Wanted { get; } = [.. Enum.GetNames<AriEventType>().Where(name => name != nameof(AriEventType.Ignored))];

    /// <summary>The type that a JSON string names. Lengths come first: most names are told apart by them alone.</summary>
    public static AriEventType Find(in Utf8JsonReader reader) => reader.ValueSpan.Length switch
    {
        4 => Match(in reader, "Dial"u8, AriEventType.Dial),
        9 => Match(in reader, "StasisEnd"u8, AriEventType.StasisEnd),
        11 => Match(in reader, "StasisStart"u8, AriEventType.StasisStart, "ChannelHold"u8, AriEventType.ChannelHold),
        13 => Match(in reader, "ChannelUnhold"u8, AriEventType.ChannelUnhold),
        15 => Match(in reader, "RecordingFailed"u8, AriEventType.RecordingFailed, "ChannelTransfer"u8, AriEventType.ChannelTransfer),
        16 => Match(in reader, "PlaybackFinished"u8, AriEventType.PlaybackFinished, "ChannelDestroyed"u8, AriEventType.ChannelDestroyed),
        17 => Match(in reader, "RecordingFinished"u8, AriEventType.RecordingFinished, "ChannelLeftBridge"u8, AriEventType.ChannelLeftBridge),
        18 => Match(in reader, "ChannelStateChange"u8, AriEventType.ChannelStateChange),
        19 => Match(in reader, "ApplicationReplaced"u8, AriEventType.ApplicationReplaced, "ChannelDtmfReceived"u8, AriEventType.ChannelDtmfReceived),
        20 => Match(in reader, "ChannelEnteredBridge"u8, AriEventType.ChannelEnteredBridge),
        _ => AriEventType.Ignored,
    };

    private static AriEventType Match(in Utf8JsonReader reader, ReadOnlySpan<byte> name, AriEventType type) =>
        reader.ValueSpan.SequenceEqual(name) ? type : AriEventType.Ignored;

    private static AriEventType Match(in Utf8JsonReader reader, ReadOnlySpan<byte> name, AriEventType type, ReadOnlySpan<byte> other, AriEventType otherType) =>
        reader.ValueSpan.SequenceEqual(name) ? type : Match(in reader, other, otherType);
}
