using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Keeps the versions of companies, so that a call keeps the one it was taken with, also over a restart with other documents.</summary>
internal sealed class CompanyVersions(ICompanyStore store, CompanyDirectory directory, TimeProvider clock)
{
    /// <summary>Puts what was loaded in force; a version that is in force already stays as it is.</summary>
    public async Task PublishAsync(IReadOnlyList<CompanyDefinition> definitions, CancellationToken cancellationToken)
    {
        var inForce = (await store.ReadInForceAsync(cancellationToken)).ToDictionary(d => d.Id, d => d.Version);
        foreach (var definition in definitions.Where(d => inForce.GetValueOrDefault(d.Id) != d.Version))
        {
            await store.PublishAsync(definition, clock.GetUtcNow(), cancellationToken);
        }
    }

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
