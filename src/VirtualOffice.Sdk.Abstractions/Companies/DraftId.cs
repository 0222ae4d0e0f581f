using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A draft of a company. A UUID version 7, so ids sort by creation.</summary>
[JsonConverter(typeof(DraftIdJsonConverter))]
public readonly record struct DraftId(Guid Value) : IComparable<DraftId>
{
    /// <summary>Reads the 32 or 36 character form.</summary>
    /// <exception cref="FormatException">It is not a UUID.</exception>
    public static DraftId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an id; expected a UUID.");

    /// <summary>Reads the 32 or 36 character form.</summary>
    public static bool TryParse(string? text, out DraftId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new DraftId(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(DraftId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");

    /// <summary>Created before.</summary>
    public static bool operator <(DraftId left, DraftId right) => left.CompareTo(right) < 0;

    /// <summary>Created before, or the same.</summary>
    public static bool operator <=(DraftId left, DraftId right) => left.CompareTo(right) <= 0;

    /// <summary>Created after.</summary>
    public static bool operator >(DraftId left, DraftId right) => left.CompareTo(right) > 0;

    /// <summary>Created after, or the same.</summary>
    public static bool operator >=(DraftId left, DraftId right) => left.CompareTo(right) >= 0;
}
