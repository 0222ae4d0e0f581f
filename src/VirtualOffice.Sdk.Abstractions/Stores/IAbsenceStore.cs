using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Keeps the absences of employees that were set while the office runs. Safe for concurrent use.</summary>
public interface IAbsenceStore
{
    /// <summary>Keeps an absence; durable when the task completes. One that is kept already is replaced.</summary>
    Task SaveAsync(KeptAbsence absence, CancellationToken cancellationToken);

    /// <summary>The absences that were not taken back, the oldest id first; those that are over by the clock among them.</summary>
    Task<IReadOnlyList<KeptAbsence>> ReadOpenAsync(TenantScope scope, CancellationToken cancellationToken);
}
