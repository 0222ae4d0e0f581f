using System.Text.Json;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Reads the objects inside an event. What has another type than it should throws, and the whole event counts as malformed.</summary>
internal sealed class AriEventFields(AriTexts texts)
{
    public void ReadChannel(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                e.Channel = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                e.ChannelName = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("state"u8))
            {
                e.ChannelState = texts.ReadNext(ref reader);
            }
            else if (e.Type == AriEventType.StasisStart && reader.ValueTextEquals("caller"u8))
            {
                ReadCaller(ref reader, ref e);
            }
            else if (e.Type == AriEventType.StasisStart && reader.ValueTextEquals("dialplan"u8))
            {
                ReadDialplan(ref reader, ref e);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    private void ReadCaller(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("number"u8))
            {
                e.CallerNumber = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                e.CallerName = texts.ReadNext(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    private void ReadDialplan(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("exten"u8))
            {
                e.Extension = texts.ReadNext(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    public void ReadBridge(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                e.Bridge = texts.ReadNext(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    public void ReadMedia(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("name"u8))
            {
                e.Media = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("state"u8))
            {
                e.MediaState = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("cause"u8))
            {
                e.MediaCause = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("target_uri"u8))
            {
                e.Target = texts.ReadNext(ref reader);
            }
            else if (reader.ValueTextEquals("duration"u8))
            {
                e.Duration = ReadNumber(ref reader);
            }
            else if (reader.ValueTextEquals("talking_duration"u8))
            {
                e.TalkingDuration = ReadNumber(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    /// <summary>Whom a phone has asked for.</summary>
    public void ReadReferTo(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("requested_destination"u8))
            {
                e.TransferTo = ReadTextOf(ref reader, "destination"u8);
            }
            else if (reader.ValueTextEquals("destination_channel"u8))
            {
                e.TransferOther = ReadTextOf(ref reader, "id"u8);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    /// <summary>The phone that has asked.</summary>
    public void ReadReferredBy(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("source_channel"u8))
            {
                e.Channel = ReadTextOf(ref reader, "id"u8);
            }
            else
            {
                SkipValue(ref reader);
            }
        }
    }

    /// <summary>One text of an object; the rest is skipped.</summary>
    private ReadOnlySpan<char> ReadTextOf(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<char> text = default;
        StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                text = texts.ReadNext(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        return text;
    }

    public void ReadArguments(scoped ref Utf8JsonReader reader, ref AriEvent e)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Arguments are an array.");
        }

        for (e.Arguments = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; e.Arguments++)
        {
            switch (e.Arguments)
            {
                case 0:
                    e.Argument0 = texts.Take(ref reader);
                    break;
                case 1:
                    e.Argument1 = texts.Take(ref reader);
                    break;
                case 2:
                    e.Argument2 = texts.Take(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static void StartObject(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object is expected.");
        }
    }

    public static void SkipValue(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static int ReadNumber(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }
}
