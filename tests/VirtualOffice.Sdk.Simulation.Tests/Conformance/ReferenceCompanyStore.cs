using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>The shortest store of companies that is right, and ways to be wrong.</summary>
internal sealed class ReferenceCompanyStore(ReferenceCompanyStore.Flaw flaw = ReferenceCompanyStore.Flaw.None) : ICompanyStore, IStoreTestBench<ICompanyStore>
{
    private readonly Dictionary<(CompanyId, string), CompanyDefinition> _versions = [];
    private readonly List<(CompanyId Company, CompanyPublication Publication)> _publications = [];
    private readonly Dictionary<DraftId, CompanyDraft> _drafts = [];

    public enum Flaw
    {
        None,
        IgnoresWhatIsInForce,
        ForgetsOldVersions,
        IgnoresRevisions,
        KeepsFirstDraft,
        MixesCompanies,
        ListsAsWritten,
        DiscardsAnyRevision,
        LosesTexts,
        RefusesRepetition,
    }

    ICompanyStore IStoreTestBench<ICompanyStore>.Store => this;

    public Task ReopenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(CompanyDefinition definition, DateTimeOffset at, CancellationToken cancellationToken)
    {
        _versions.TryAdd((definition.Id, definition.Version), definition);
        if (InForce(definition.Id) is var before && before != definition.Version)
        {
            _publications.Add((definition.Id, new CompanyPublication(definition.Version, at)));
            if (flaw == Flaw.ForgetsOldVersions && before is not null)
            {
                _versions.Remove((definition.Id, before));
            }
        }

        return Task.CompletedTask;
    }

    public async Task<bool> TryPublishAsync(CompanyDefinition definition, string? basedOn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (flaw != Flaw.IgnoresWhatIsInForce && InForce(definition.Id) != basedOn && InForce(definition.Id) != definition.Version)
        {
            return false;
        }

        await PublishAsync(definition, at, cancellationToken);
        return true;
    }

    public Task<CompanyDefinition?> ReadAsync(CompanyId company, string version, CancellationToken cancellationToken) => Task.FromResult(_versions.GetValueOrDefault((company, version)));

    public Task<IReadOnlyList<CompanyDefinition>> ReadInForceAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CompanyDefinition>>(
        [.. _publications.Select(p => p.Company).Distinct().Order().Select(c => _versions[(c, InForce(c)!)])]);

    public Task<IReadOnlyList<CompanyPublication>> ListPublicationsAsync(CompanyId company, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CompanyPublication>>(
        [.. _publications.Where(p => p.Company == company).Select(p => p.Publication).Reverse().Take(limit)]);

    public Task<bool> TrySaveDraftAsync(CompanyDraft draft, CancellationToken cancellationToken)
    {
        var kept = _drafts.GetValueOrDefault(draft.Id);
        if (flaw != Flaw.RefusesRepetition && kept is not null && OfficeJson.Write(kept) == OfficeJson.Write(draft))
        {
            return Task.FromResult(true);
        }

        if (flaw != Flaw.IgnoresRevisions && (kept?.Revision ?? 0) != draft.Revision - 1)
        {
            return Task.FromResult(false);
        }

        if (flaw != Flaw.KeepsFirstDraft || kept is null)
        {
            _drafts[draft.Id] = flaw == Flaw.LosesTexts ? draft with { Text = null } : draft;
        }

        return Task.FromResult(true);
    }

    public Task<CompanyDraft?> ReadDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken) =>
        Task.FromResult(_drafts.TryGetValue(draft, out var kept) && Is(kept, company) ? kept : null);

    public Task<IReadOnlyList<CompanyDraft>> ListDraftsAsync(CompanyId company, CancellationToken cancellationToken)
    {
        var drafts = _drafts.Values.Where(d => Is(d, company));
        return Task.FromResult<IReadOnlyList<CompanyDraft>>([.. flaw == Flaw.ListsAsWritten ? drafts : drafts.OrderBy(d => d.Id)]);
    }

    public Task<bool> DiscardDraftAsync(CompanyId company, DraftId draft, int? revision, CancellationToken cancellationToken) => Task.FromResult(
        _drafts.TryGetValue(draft, out var kept) && Is(kept, company) && (revision is null || revision == kept.Revision || flaw == Flaw.DiscardsAnyRevision) && _drafts.Remove(draft));

    private bool Is(CompanyDraft draft, CompanyId company) => flaw == Flaw.MixesCompanies || draft.Definition.Id == company;

    private string? InForce(CompanyId company) => _publications.FindLast(p => p.Company == company).Publication?.Version;
}
