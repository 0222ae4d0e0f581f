using System.Text.Json;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Reads events out of the bytes as they came: first the type, wherever it stands, then only what is needed of the types that are acted upon.
/// Nothing is allocated, but for texts of unreasonable length. Used by one thread at a time.
/// </summary>
internal sealed class AriEventReader
{
    private readonly AriTexts _texts = new();
    private readonly AriEventFields _fields;

    public AriEventReader() => _fields = new AriEventFields(_texts);

    public AriEventOutcome Read(ReadOnlySpan<byte> json, out AriEvent ariEvent)
    {
        ariEvent = default;
        AriEvent read = default;
        _texts.Clear();
        try
        {
            ariEvent.Type = read.Type = PeekType(json);
            if (read.Type == AriEventType.Ignored)
            {
                return AriEventOutcome.Ignored;
            }

            var reader = new Utf8JsonReader(json);
            reader.Read();
            ReadObject(ref reader, ref read);
            while (reader.Read())
            {
                // Nothing may follow the object; the reader throws if it does.
            }

            ariEvent = read;
            return IsWhole(in read) ? AriEventOutcome.Read : AriEventOutcome.Malformed;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return AriEventOutcome.Malformed;
        }
    }

    /// <summary>Finds the type without looking at anything behind it.</summary>
    private static AriEventType PeekType(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An event is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType == JsonTokenType.String ? AriEventTypes.Find(in reader) : throw new JsonException("A type is a text.");
            }

            reader.Skip();
        }

        throw new JsonException("An event has a type.");
    }

    private void ReadObject(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        var peerIsSubject = e.Type == AriEventType.Dial;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("channel"u8) && !peerIsSubject)
            {
                _fields.ReadChannel(ref reader, ref e);
            }
            else if (reader.ValueTextEquals("application"u8))
            {
                e.Application = _texts.ReadNext(ref reader);
            }
            else
            {
                ReadRest(ref reader, ref e, peerIsSubject);
            }
        }
    }

    private void ReadRest(scoped ref Utf8JsonReader reader, ref AriEvent e, bool peerIsSubject)
    {
        if (peerIsSubject && reader.ValueTextEquals("peer"u8))
        {
            _fields.ReadChannel(ref reader, ref e);
        }
        else if (peerIsSubject && reader.ValueTextEquals("dialstatus"u8))
        {
            e.DialStatus = _texts.ReadNext(ref reader);
        }
        else if (reader.ValueTextEquals("cause"u8))
        {
            e.Cause = AriEventFields.ReadNumber(ref reader);
        }
        else if (reader.ValueTextEquals("digit"u8))
        {
            e.Digit = _texts.ReadNext(ref reader);
        }
        else if (reader.ValueTextEquals("args"u8))
        {
            _fields.ReadArguments(ref reader, ref e);
        }
        else if (reader.ValueTextEquals("bridge"u8))
        {
            _fields.ReadBridge(ref reader, ref e);
        }
        else if (e.Type == AriEventType.ChannelTransfer && reader.ValueTextEquals("refer_to"u8))
        {
            _fields.ReadReferTo(ref reader, ref e);
        }
        else if (e.Type == AriEventType.ChannelTransfer && reader.ValueTextEquals("referred_by"u8))
        {
            _fields.ReadReferredBy(ref reader, ref e);
        }
        else if (e.Type == AriEventType.ChannelTransfer && reader.ValueTextEquals("state"u8))
        {
            e.TransferState = _texts.ReadNext(ref reader);
        }
        else if (reader.ValueTextEquals("playback"u8) || reader.ValueTextEquals("recording"u8))
        {
            _fields.ReadMedia(ref reader, ref e);
        }
        else
        {
            AriEventFields.SkipValue(ref reader);
        }
    }

    private static bool IsWhole(in AriEvent e) => e.Type switch
    {
        AriEventType.ApplicationReplaced => true,
        AriEventType.ChannelEnteredBridge or AriEventType.ChannelLeftBridge => IsId(e.Channel) && IsId(e.Bridge),
        AriEventType.PlaybackFinished or AriEventType.RecordingFinished or AriEventType.RecordingFailed => IsId(e.Media),
        AriEventType.ChannelDtmfReceived => IsId(e.Channel) && e.Digit is [(>= '0' and <= '9') or '*' or '#' or (>= 'A' and <= 'D')],
        _ => IsId(e.Channel),
    };

    // A text that fills the limit may have been cut, and a cut id is another id.
    private static bool IsId(ReadOnlySpan<char> id) => id.Length is > 0 and < AriTexts.MaxText;
}
