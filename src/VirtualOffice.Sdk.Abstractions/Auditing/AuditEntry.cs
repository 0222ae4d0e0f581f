using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Auditing;

/// <summary>An entry of the audit. Entries are never changed.</summary>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it, by name: 1 to 100 characters.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record AuditEntry(AuditAct Act, string By, AuditOutcome Outcome = AuditOutcome.Done)
{
    /// <summary>The longest <see cref="By"/>.</summary>
    public const int MaxBy = 100;

    /// <summary>The longest <see cref="Role"/> and <see cref="Address"/>.</summary>
    public const int MaxOrigin = 64;

    /// <summary>The longest <see cref="Detail"/> and <see cref="Reason"/>.</summary>
    public const int MaxText = 1000;

    /// <summary>Its id; <see cref="IAudit.RecordAsync"/> gives it.</summary>
    public AuditId Id { get; init; }

    /// <summary>When, UTC; <see cref="IAudit.RecordAsync"/> says it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>As what the person did it, <c>supervisor</c> for example; null when nobody knows. At most 64 characters.</summary>
    public string? Role { get; init; }

    /// <summary>From which network address; null when nobody knows. At most 64 characters.</summary>
    public string? Address { get; init; }

    /// <summary>With which call; null for none.</summary>
    public CallId? Call { get; init; }

    /// <summary>Of which company; null for none, or for several.</summary>
    public CompanyId? Company { get; init; }

    /// <summary>On which operator; null for none.</summary>
    public OperatorId? Operator { get; init; }

    /// <summary>What else there is to say, in words. At most 1,000 characters.</summary>
    public string? Detail { get; init; }

    /// <summary>Why it was refused or failed; null when it was done. At most 1,000 characters.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var words = new[]
        {
            $"{By} ({Role ?? "no role"}, {Address ?? "no address"}): {Act}",
            Call is { } call ? $"call {call}" : null,
            Company is { } company ? $"company {company}" : null,
            Operator is { } op ? $"operator {op}" : null,
            Detail,
            Reason is null ? Outcome.ToString() : $"{Outcome}: {Reason}",
        };
        return string.Join(", ", words.OfType<string>());
    }
}
