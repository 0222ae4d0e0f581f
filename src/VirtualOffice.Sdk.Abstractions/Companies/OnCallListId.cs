using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>An on-call list, unique within the company.</summary>
/// <remarks>1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters.</remarks>
[JsonConverter(typeof(OnCallListIdJsonConverter))]
public readonly record struct OnCallListId : IComparable<OnCallListId>
{
    private OnCallListId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 64.</exception>
    public static OnCallListId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not the id of an on-call list; expected 1 to 64 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out OnCallListId id)
    {
        var valid = Slug.IsValid(text, 64);
        id = valid ? new OnCallListId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(OnCallListId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Sorts before, by code unit.</summary>
    public static bool operator <(OnCallListId left, OnCallListId right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before, or the same.</summary>
    public static bool operator <=(OnCallListId left, OnCallListId right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after, by code unit.</summary>
    public static bool operator >(OnCallListId left, OnCallListId right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after, or the same.</summary>
    public static bool operator >=(OnCallListId left, OnCallListId right) => left.CompareTo(right) >= 0;
}
