using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Keeps every version of every company that was ever in force. Versions are immutable. Safe for concurrent use.</summary>
public interface ICompanyStore
{
    /// <summary>Puts a version in force; durable when the task completes. One that is in force already stays as it is; an older one is in force again.</summary>
    Task PublishAsync(CompanyDefinition definition, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A version; null when there is none.</summary>
    Task<CompanyDefinition?> ReadAsync(CompanyId company, string version, CancellationToken cancellationToken);

    /// <summary>The versions in force, ordered by company.</summary>
    Task<IReadOnlyList<CompanyDefinition>> ReadInForceAsync(CancellationToken cancellationToken);

    /// <summary>When which version of a company came into force, newest first.</summary>
    Task<IReadOnlyList<CompanyPublication>> ListPublicationsAsync(CompanyId company, int limit, CancellationToken cancellationToken);
}
