using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Versions of companies in memory.</summary>
internal sealed class InMemoryCompanyStore : ICompanyStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(CompanyId Company, string Version), CompanyDefinition> _versions = [];
    private readonly SortedDictionary<CompanyId, List<CompanyPublication>> _publications = [];

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
