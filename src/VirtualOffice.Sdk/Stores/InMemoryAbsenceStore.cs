using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Employees' absences in memory.</summary>
internal sealed class InMemoryAbsenceStore : IAbsenceStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<AbsenceId, KeptAbsence> _absences = [];

    public Task SaveAsync(KeptAbsence absence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(absence);
        lock (_lock)
        {
            _absences[absence.Id] = absence;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<KeptAbsence>> ReadOpenAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<KeptAbsence>>([.. _absences.Values.Where(a => a.EndedAt is null && (scope.Company is null || a.Company == scope.Company))]);
        }
    }
}
