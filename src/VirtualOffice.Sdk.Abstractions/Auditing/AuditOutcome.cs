namespace VirtualOffice.Sdk.Auditing;

/// <summary>What became of an act.</summary>
public enum AuditOutcome
{
    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>It was refused, and <see cref="AuditEntry.Reason"/> says why: nothing was changed, and nobody heard anything.</summary>
    Refused,

    /// <summary>It failed, or nobody knows whether it was carried out.</summary>
    Failed,
}
