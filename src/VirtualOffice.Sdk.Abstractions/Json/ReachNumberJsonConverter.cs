using System.Text.Json;
using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes a number without further wishes as its text, as it was always written, and another as an object. Public so that generated serializers of other assemblies can use it.</summary>
public sealed class ReachNumberJsonConverter : JsonConverter<ReachNumber>
{
    /// <inheritdoc/>
    public override ReachNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new ReachNumber(Number(reader.GetString()));
        }

        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("number", out var number)
            ? new ReachNumber(Number(number.GetString()))
            {
                Kind = Choice<ReachKind>(root, "kind"),
                RingTime = root.TryGetProperty("ringTime", out var ring) ? TimeSpan.Parse(ring.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : null,
                Transfer = Choice<TransferKind>(root, "transfer"),
                MustAccept = root.TryGetProperty("mustAccept", out var accept) && accept.GetBoolean(),
                Hours = root.TryGetProperty("hours", out var hours) ? hours.Deserialize(OfficeJsonContext.Default.WeeklyHours) : null,
                WithPrevious = root.TryGetProperty("withPrevious", out var together) && together.GetBoolean(),
            }
            : throw new JsonException("A number to dial is a text, or an object with a number.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReachNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value == new ReachNumber(value.Number))
        {
            writer.WriteStringValue(value.Number.ToString());
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("number", value.Number.ToString());
        writer.WriteString("kind", value.Kind.ToString());
        if (value.RingTime is { } ring)
        {
            writer.WriteString("ringTime", ring.ToString("c", System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.WriteString("transfer", value.Transfer.ToString());
        writer.WriteBoolean("mustAccept", value.MustAccept);
        if (value.Hours is { } hours)
        {
            writer.WritePropertyName("hours");
            JsonSerializer.Serialize(writer, hours, OfficeJsonContext.Default.WeeklyHours);
        }

        if (value.WithPrevious)
        {
            writer.WriteBoolean("withPrevious", value.WithPrevious);
        }

        writer.WriteEndObject();
    }

    private static PhoneNumber Number(string? text) =>
        PhoneNumber.TryParse(text, out var number) ? number : throw new JsonException($"'{text}' is not a phone number.");

    private static T Choice<T>(JsonElement root, string name)
        where T : struct, Enum => !root.TryGetProperty(name, out var value) ? default
        : Enum.TryParse<T>(value.GetString(), out var choice) ? choice
        : throw new JsonException($"'{value}' is not a {typeof(T).Name}.");
}
