using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// Changes companies while calls are up: a call and its messages keep the version they were taken with, new calls get the new one. Versions are immutable and none is forgotten.
/// Safe for concurrent use; changes are made one after the other.
/// </summary>
public interface ICompanyVersions
{
    /// <summary>Puts a definition in force; completes when it is durable and new calls get it. One that says the same as what is in force changes nothing.</summary>
    /// <param name="definition">The definition. Its version is not looked at: it follows from what the definition says.</param>
    /// <param name="basedOn">The version in force that it was made from; null for a new company.</param>
    /// <param name="cancellationToken">Cancels waiting; the change may still be made.</param>
    /// <returns>The definition with its version.</returns>
    /// <exception cref="CompanyConflictException">Another version is in force.</exception>
    /// <exception cref="VirtualOfficeException">The definition is wrong (the message says what and where), or its company is read from documents, which are to be changed instead.</exception>
    Task<CompanyDefinition> PublishAsync(CompanyDefinition definition, string? basedOn, CancellationToken cancellationToken = default);

    /// <summary>Puts an earlier version in force again; it is checked as if it were new, since what it needs may be gone.</summary>
    /// <param name="company">The company.</param>
    /// <param name="version">The version to have back.</param>
    /// <param name="basedOn">The version in force that was looked at.</param>
    /// <param name="cancellationToken">Cancels waiting; the change may still be made.</param>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    /// <exception cref="CompanyConflictException">Another version is in force.</exception>
    /// <exception cref="VirtualOfficeException">The version cannot be in force any more, or its company is read from documents.</exception>
    Task<CompanyDefinition> RollBackAsync(CompanyId company, string version, string basedOn, CancellationToken cancellationToken = default);

    /// <summary>When which version of a company came into force, newest first.</summary>
    /// <param name="company">The company.</param>
    /// <param name="limit">The most, 1 or more; 50 by default.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<CompanyPublication>> ListAsync(CompanyId company, int limit = 50, CancellationToken cancellationToken = default);

    /// <summary>A version; null when there is none.</summary>
    Task<CompanyDefinition?> FindAsync(CompanyId company, string version, CancellationToken cancellationToken = default);

    /// <summary>What is different between two versions, in words, such as <c>hours: Monday 09:00–18:00 → 09:00–20:00</c>; empty when nothing is.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    Task<IReadOnlyList<string>> DiffAsync(CompanyId company, string from, string to, CancellationToken cancellationToken = default);

    /// <summary>What is different between two definitions, for example what is in force and what is about to be published, in words.</summary>
    IReadOnlyList<string> Diff(CompanyDefinition from, CompanyDefinition to);

    /// <summary>Saves a draft; completes when it is durable. What is wrong in it does not keep it from being saved.</summary>
    /// <param name="draft">The draft, with the revision that was looked at: 0 for a new one, which then gets its id.</param>
    /// <param name="cancellationToken">Cancels waiting; it may still be saved.</param>
    /// <returns>The draft as it is kept, with its new revision.</returns>
    /// <exception cref="KeyNotFoundException">There is no such version as it is based on.</exception>
    /// <exception cref="DraftConflictException">It has another revision, or is gone.</exception>
    Task<CompanyDraft> SaveDraftAsync(CompanyDraft draft, CancellationToken cancellationToken = default);

    /// <summary>The drafts of a company, oldest first.</summary>
    Task<IReadOnlyList<CompanyDraft>> ListDraftsAsync(CompanyId company, CancellationToken cancellationToken = default);

    /// <summary>A draft; null when there is none.</summary>
    Task<CompanyDraft?> FindDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken = default);

    /// <summary>What is wrong in a draft, and what it changes. It need not be saved. <see cref="Calls.ICalls.ExplainAtAsync(CompanyDefinition, DateTimeOffset, Telephony.CallerId, CancellationToken)"/> tells what calls would meet with.</summary>
    Task<DraftReview> ReviewAsync(CompanyDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Puts a draft in force, and discards it; completes when it is durable and new calls get it.</summary>
    /// <param name="company">The company.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="revision">The revision that was looked at.</param>
    /// <param name="cancellationToken">Cancels waiting; the change may still be made.</param>
    /// <returns>The definition with its version.</returns>
    /// <exception cref="DraftConflictException">It has another revision, or is gone.</exception>
    /// <exception cref="CompanyConflictException">Another version is in force than the one it is based on.</exception>
    /// <exception cref="VirtualOfficeException">It is wrong (the message says what and where), or its company is read from documents.</exception>
    Task<CompanyDefinition> PublishDraftAsync(CompanyId company, DraftId draft, int revision, CancellationToken cancellationToken = default);

    /// <summary>Discards a draft for good; false when there was none.</summary>
    Task<bool> DiscardDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken = default);
}
