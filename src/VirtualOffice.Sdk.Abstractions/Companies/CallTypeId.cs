using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Why callers call a company, for example <c>emergency</c>; unique within the company.</summary>
/// <remarks>1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters.</remarks>
[JsonConverter(typeof(CallTypeIdJsonConverter))]
public readonly record struct CallTypeId : IComparable<CallTypeId>
{
    private CallTypeId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 64.</exception>
    public static CallTypeId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a call type; expected 1 to 64 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out CallTypeId id)
    {
        var valid = Slug.IsValid(text, 64);
        id = valid ? new CallTypeId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(CallTypeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Sorts before, by code unit.</summary>
    public static bool operator <(CallTypeId left, CallTypeId right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before, or the same.</summary>
    public static bool operator <=(CallTypeId left, CallTypeId right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after, by code unit.</summary>
    public static bool operator >(CallTypeId left, CallTypeId right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after, or the same.</summary>
    public static bool operator >=(CallTypeId left, CallTypeId right) => left.CompareTo(right) >= 0;
}
