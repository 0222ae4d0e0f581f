using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Keeps the versions of companies, so that a call keeps the one it was taken with, also over a restart with other documents.</summary>
internal sealed class CompanyVersions(ICompanyStore store, CompanyDirectory directory)
{
    /// <summary>Reads the versions that open calls were taken with and that are not in force any more.</summary>
    public async Task RememberAsync(IEnumerable<CallRecord> open, CancellationToken cancellationToken)
    {
        var versions = open.Where(r => r is { Company: not null, CompanyVersion: not null }).Select(r => (Company: r.Company!.Value, Version: r.CompanyVersion!)).Distinct();
        foreach (var (company, version) in versions)
        {
            if (directory.Find(company)?.Version != version && await store.ReadAsync(company, version, cancellationToken) is { } definition)
            {
                directory.Remember(definition);
            }
        }
    }
}
