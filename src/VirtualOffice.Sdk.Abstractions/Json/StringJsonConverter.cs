using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes a value as its text; a text that cannot be read is a <see cref="JsonException"/>.</summary>
internal abstract class StringJsonConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());

    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value!.ToString()!);

    protected abstract T Parse(string text);

    private T ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return Parse(reader.GetString() ?? throw new JsonException("A text was expected, not null."));
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
