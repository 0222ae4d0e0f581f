using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Versions of companies in memory.</summary>
internal sealed class InMemoryCompanyStore : ICompanyStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(CompanyId Company, string Version), CompanyDefinition> _versions = [];
    private readonly SortedDictionary<CompanyId, List<CompanyPublication>> _publications = [];

    private readonly Dictionary<DraftId, CompanyDraft> _drafts = [];

    public Task PublishAsync(CompanyDefinition definition, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        lock (_lock)
        {
            Publish(definition, at);
        }

        return Task.CompletedTask;
    }

    public Task<bool> TryPublishAsync(CompanyDefinition definition, string? basedOn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        lock (_lock)
        {
            var inForce = _publications.TryGetValue(definition.Id, out var publications) ? publications[^1].Version : null;
            if (inForce != basedOn && inForce != definition.Version)
            {
                return Task.FromResult(false);
            }

            Publish(definition, at);
        }

        return Task.FromResult(true);
    }

    public Task<CompanyDefinition?> ReadAsync(CompanyId company, string version, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_versions.GetValueOrDefault((company, version)));
        }
    }

    public Task<IReadOnlyList<CompanyDefinition>> ReadInForceAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<CompanyDefinition>>([.. _publications.Select(p => _versions[(p.Key, p.Value[^1].Version)])]);
        }
    }

    public Task<IReadOnlyList<CompanyPublication>> ListPublicationsAsync(CompanyId company, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<CompanyPublication>>(
                _publications.TryGetValue(company, out var publications) ? [.. publications.AsEnumerable().Reverse().Take(limit)] : []);
        }
    }

    public Task<bool> TrySaveDraftAsync(CompanyDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        lock (_lock)
        {
            var kept = _drafts.GetValueOrDefault(draft.Id);
            if (kept is not null && kept.Revision == draft.Revision && OfficeJson.Write(kept) == OfficeJson.Write(draft))
            {
                return Task.FromResult(true);
            }

            if ((kept?.Revision ?? 0) != draft.Revision - 1 || (kept is not null && kept.Definition.Id != draft.Definition.Id))
            {
                return Task.FromResult(false);
            }

            _drafts[draft.Id] = draft;
        }

        return Task.FromResult(true);
    }

    public Task<CompanyDraft?> ReadDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_drafts.TryGetValue(draft, out var kept) && kept.Definition.Id == company ? kept : null);
        }
    }

    public Task<IReadOnlyList<CompanyDraft>> ListDraftsAsync(CompanyId company, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<CompanyDraft>>([.. _drafts.Values.Where(d => d.Definition.Id == company).OrderBy(d => d.Id)]);
        }
    }

    public Task<bool> DiscardDraftAsync(CompanyId company, DraftId draft, int? revision, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(
                _drafts.TryGetValue(draft, out var kept) && kept.Definition.Id == company && (revision ?? kept.Revision) == kept.Revision && _drafts.Remove(draft));
        }
    }

    private void Publish(CompanyDefinition definition, DateTimeOffset at)
    {
        _versions.TryAdd((definition.Id, definition.Version), definition);
        if (!_publications.TryGetValue(definition.Id, out var publications))
        {
            _publications.Add(definition.Id, publications = []);
        }

        if (publications is not [.., { Version: var inForce }] || inForce != definition.Version)
        {
            publications.Add(new CompanyPublication(definition.Version, at));
        }
    }
}
