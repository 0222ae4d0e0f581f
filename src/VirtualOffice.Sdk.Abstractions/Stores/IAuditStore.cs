using VirtualOffice.Sdk.Auditing;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Keeps the audit: entries are added, and never changed or removed. Safe for concurrent use.</summary>
public interface IAuditStore
{
    /// <summary>Adds an entry; durable when the task completes. One whose id is kept already stays as it is and counts as done, so that who does not know whether it was written adds it again.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>A page of entries, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, CancellationToken cancellationToken);
}
