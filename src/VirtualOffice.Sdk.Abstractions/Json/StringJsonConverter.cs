using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes a value as its text; a text that cannot be read is a <see cref="JsonException"/>. Public so that generated serializers of other assemblies can use it.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class StringJsonConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value!.ToString()!);

    /// <summary>Reads the text.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
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
