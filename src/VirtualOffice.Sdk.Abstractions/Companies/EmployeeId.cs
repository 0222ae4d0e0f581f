using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Companies;

/// <summary>An employee, unique within the company.</summary>
/// <remarks>1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>; case matters.</remarks>
[JsonConverter(typeof(EmployeeIdJsonConverter))]
public readonly record struct EmployeeId : IComparable<EmployeeId>
{
    private EmployeeId(string value) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Checks and wraps an id.</summary>
    /// <exception cref="FormatException">It has a character that is not allowed, or is empty or longer than 64.</exception>
    public static EmployeeId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an employee id; expected 1 to 64 ASCII letters, digits, '-' or '_'.");

    /// <summary>Checks and wraps an id.</summary>
    public static bool TryParse(string? text, out EmployeeId id)
    {
        var valid = Slug.IsValid(text, 64);
        id = valid ? new EmployeeId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(EmployeeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Sorts before, by code unit.</summary>
    public static bool operator <(EmployeeId left, EmployeeId right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before, or the same.</summary>
    public static bool operator <=(EmployeeId left, EmployeeId right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after, by code unit.</summary>
    public static bool operator >(EmployeeId left, EmployeeId right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after, or the same.</summary>
    public static bool operator >=(EmployeeId left, EmployeeId right) => left.CompareTo(right) >= 0;
}
