using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Auditing;

/// <summary>Who did what over others' heads. What the desk's and the board's people do is written down by itself; a host writes down what it does besides. Safe for concurrent use.</summary>
public interface IAudit
{
    /// <summary>
    /// Writes an entry down; durable when the task completes, unless the store is away. Then nobody is kept from anything: the entry stands whole in the log, waits, is written as soon as the store
    /// is back, and <see cref="AuditAlarm"/> is raised until it is.
    /// </summary>
    /// <param name="entry">The entry, without <see cref="AuditEntry.Id"/> and <see cref="AuditEntry.At"/>, which it gets here. Texts that are too long are cut.</param>
    /// <returns>The entry as it is kept.</returns>
    /// <exception cref="ArgumentException">It does not say who did it.</exception>
    Task<AuditEntry> RecordAsync(AuditEntry entry);

    /// <summary>A page of entries, newest first.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, CancellationToken cancellationToken = default);
}
