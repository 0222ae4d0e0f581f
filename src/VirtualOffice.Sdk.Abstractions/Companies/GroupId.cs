using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A group of employees, unique within the company.</summary>
/// <remarks>1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters.</remarks>
[JsonConverter(typeof(GroupIdJsonConverter))]
public readonly record struct GroupId : IComparable<GroupId>
{
    private GroupId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 64.</exception>
    public static GroupId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a group id; expected 1 to 64 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out GroupId id)
    {
        var valid = Slug.IsValid(text, 64);
        id = valid ? new GroupId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(GroupId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Sorts before, by code unit.</summary>
    public static bool operator <(GroupId left, GroupId right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before, or the same.</summary>
    public static bool operator <=(GroupId left, GroupId right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after, by code unit.</summary>
    public static bool operator >(GroupId left, GroupId right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after, or the same.</summary>
    public static bool operator >=(GroupId left, GroupId right) => left.CompareTo(right) >= 0;
}
