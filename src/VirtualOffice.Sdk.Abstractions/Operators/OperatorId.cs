using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Operators;

/// <summary>An operator of the office.</summary>
/// <remarks>1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters.</remarks>
[JsonConverter(typeof(OperatorIdJsonConverter))]
public readonly record struct OperatorId : IComparable<OperatorId>
{
    private OperatorId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 64.</exception>
    public static OperatorId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an operator id; expected 1 to 64 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out OperatorId id)
    {
        var valid = Slug.IsValid(text, 64);
        id = valid ? new OperatorId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(OperatorId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Sorts before, by code unit.</summary>
    public static bool operator <(OperatorId left, OperatorId right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before, or the same.</summary>
    public static bool operator <=(OperatorId left, OperatorId right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after, by code unit.</summary>
    public static bool operator >(OperatorId left, OperatorId right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after, or the same.</summary>
    public static bool operator >=(OperatorId left, OperatorId right) => left.CompareTo(right) >= 0;
}
