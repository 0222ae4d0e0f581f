using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Employees' absences in a database.</summary>
internal sealed class EntityFrameworkAbsenceStore(OfficeDatabase database, StoreWriter writer) : IAbsenceStore
{
    public Task SaveAsync(KeptAbsence absence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(absence);
        return writer.WriteAsync(new SaveAbsenceWrite(absence), cancellationToken);
    }

    public async Task<IReadOnlyList<KeptAbsence>> ReadOpenAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var company = scope.Company?.Value;
        var rows = await database.ReadAsync(
            context => context.Absences.Where(a => a.EndedAt == null && (company == null || a.Company == company)).OrderBy(a => a.Id).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(a => OfficeJson.ReadAbsence(a.Content))];
    }
}
