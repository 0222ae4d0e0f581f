using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Keeps every version of every company that was ever in force. Versions are immutable. Safe for concurrent use.</summary>
public interface ICompanyStore
{
    /// <summary>Puts a version in force; durable when the task completes. One that is in force already stays as it is; an older one is in force again.</summary>
    Task PublishAsync(CompanyDefinition definition, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Puts a version in force if another is that it was based on; durable when the task completes. Of two that are based on the same version one wins.</summary>
    /// <param name="definition">The version. One that is in force already stays as it is, and counts as done.</param>
    /// <param name="basedOn">The version that must be in force; null for that there must be none.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when another version is in force; then nothing was changed.</returns>
    Task<bool> TryPublishAsync(CompanyDefinition definition, string? basedOn, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A version; null when there is none.</summary>
    Task<CompanyDefinition?> ReadAsync(CompanyId company, string version, CancellationToken cancellationToken);

    /// <summary>The versions in force, ordered by company.</summary>
    Task<IReadOnlyList<CompanyDefinition>> ReadInForceAsync(CancellationToken cancellationToken);

    /// <summary>When which version of a company came into force, newest first.</summary>
    Task<IReadOnlyList<CompanyPublication>> ListPublicationsAsync(CompanyId company, int limit, CancellationToken cancellationToken);
}
