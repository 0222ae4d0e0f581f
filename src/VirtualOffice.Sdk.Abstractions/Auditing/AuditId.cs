namespace VirtualOffice.Sdk.Auditing;

/// <summary>An entry of the audit. A UUID version 7, so ids sort by creation.</summary>
public readonly record struct AuditId(Guid Value) : IComparable<AuditId>
{
    /// <summary>Reads the 32 or 36 character form.</summary>
    /// <exception cref="FormatException">It is not a UUID.</exception>
    public static AuditId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an entry's id; expected a UUID.");

    /// <summary>Reads the 32 or 36 character form.</summary>
    public static bool TryParse(string? text, out AuditId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new AuditId(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(AuditId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");

    /// <summary>Created before.</summary>
    public static bool operator <(AuditId left, AuditId right) => left.CompareTo(right) < 0;

    /// <summary>Created before, or the same.</summary>
    public static bool operator <=(AuditId left, AuditId right) => left.CompareTo(right) <= 0;

    /// <summary>Created after.</summary>
    public static bool operator >(AuditId left, AuditId right) => left.CompareTo(right) > 0;

    /// <summary>Created after, or the same.</summary>
    public static bool operator >=(AuditId left, AuditId right) => left.CompareTo(right) >= 0;
}
