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

    /// <summary>Keeps a draft in place of its revision before; durable when the task completes. Of two that follow on the same revision one wins.</summary>
    /// <param name="draft">The draft, with its new revision: 1 for a new one. One that is kept already, word for word, counts as done.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when another revision is kept, or none that it could follow on; then nothing was changed.</returns>
    Task<bool> TrySaveDraftAsync(CompanyDraft draft, CancellationToken cancellationToken);

    /// <summary>A draft; null when there is none.</summary>
    Task<CompanyDraft?> ReadDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken);

    /// <summary>The drafts of a company, ordered by id.</summary>
    Task<IReadOnlyList<CompanyDraft>> ListDraftsAsync(CompanyId company, CancellationToken cancellationToken);

    /// <summary>Removes a draft for good; durable when the task completes.</summary>
    /// <param name="company">The company.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="revision">Only this revision; null for whichever there is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> DiscardDraftAsync(CompanyId company, DraftId draft, int? revision, CancellationToken cancellationToken);
}
