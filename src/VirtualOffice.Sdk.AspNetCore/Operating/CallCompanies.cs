using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The company of a call, in the version that the call keeps.</summary>
internal sealed class CallCompanies(IVirtualOffice office, IEnumerable<ICompanyStore> stores)
{
    public async Task<CompanyDefinition?> FindAsync(CallRecord record, CancellationToken cancellationToken)
    {
        if (record.Company is not { } id)
        {
            return null;
        }

        var current = office.Companies.Find(id);
        if (current is null || current.Version == record.CompanyVersion || record.CompanyVersion is not { } version)
        {
            return current;
        }

        foreach (var store in stores)
        {
            if (await store.ReadAsync(id, version, cancellationToken) is { } kept)
            {
                return kept;
            }
        }

        return current;
    }
}
