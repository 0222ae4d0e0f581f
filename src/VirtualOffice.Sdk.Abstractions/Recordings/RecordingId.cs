using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>A recording; opaque, so that it can stand in a file name or an address.</summary>
/// <remarks>1 to 100 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters.</remarks>
[JsonConverter(typeof(RecordingIdJsonConverter))]
public readonly record struct RecordingId : IComparable<RecordingId>
{
    private RecordingId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 100.</exception>
    public static RecordingId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a recording id; expected 1 to 100 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out RecordingId id)
    {
        var valid = Slug.IsValid(text, 100);
        id = valid ? new RecordingId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(RecordingId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Sorts before, by code unit.</summary>
    public static bool operator <(RecordingId left, RecordingId right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before, or the same.</summary>
    public static bool operator <=(RecordingId left, RecordingId right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after, by code unit.</summary>
    public static bool operator >(RecordingId left, RecordingId right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after, or the same.</summary>
    public static bool operator >=(RecordingId left, RecordingId right) => left.CompareTo(right) >= 0;
}
