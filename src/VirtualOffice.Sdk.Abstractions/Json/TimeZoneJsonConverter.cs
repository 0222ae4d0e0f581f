using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes a time zone as its id; one that this machine does not know is a <see cref="JsonException"/>. Public so that generated serializers of other assemblies can use it.</summary>
public sealed class TimeZoneJsonConverter : JsonConverter<TimeZoneInfo>
{
    /// <inheritdoc/>
    public override TimeZoneInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var id = reader.GetString();
        return id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new JsonException($"'{id}' is not a time zone that this machine knows.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeZoneInfo value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Id);
    }
}
