using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// What all sources say, put together with what was published to the store. Where a document is wrong, what its company's last version said stays; only a company that never had
/// a valid version is an error. Not safe for concurrent use.
/// </summary>
internal sealed class CompanySources(IReadOnlyList<ICompanySource> sources, ICompanyStore store, bool servesStored)
{
    private readonly Dictionary<ICompanySource, OfficeDefinition> _definitions = [];
    private readonly Dictionary<ICompanySource, IReadOnlyList<DefinitionProblem>> _problems = [];
    private List<CompanyDefinition> _stored = [];

    public IReadOnlyList<ICompanySource> All => sources;

    /// <summary>What is wrong now, and what is passed over.</summary>
    public IReadOnlyList<DefinitionProblem> Problems => [.. sources.Where(_problems.ContainsKey).SelectMany(s => _problems[s])];

    /// <summary>Everything as it is to be.</summary>
    public OfficeDefinition Definition => new(
        [.. sources.Where(_definitions.ContainsKey).SelectMany(s => _definitions[s].Companies), .. _stored.Where(c => !IsFromSource(c.Id))],
        [.. sources.Where(_definitions.ContainsKey).SelectMany(s => _definitions[s].Operators)]);

    public bool IsFromSource(CompanyId id) => _definitions.Values.Any(d => d.Companies.Any(c => c.Id == id));

    /// <summary>Reads everything, at start.</summary>
    /// <exception cref="OfficeDefinitionException">A company that never had a valid version is wrong, or operators are.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CompanyDefinition>? inForce = servesStored ? await store.ReadInForceAsync(cancellationToken) : null;
        foreach (var source in sources)
        {
            var reading = await source.ReadAsync(cancellationToken);
            if (reading.Broken.Count > 0)
            {
                inForce ??= await store.ReadInForceAsync(cancellationToken);
            }

            var kept = reading.Broken.Select(b => b.Company is { } id ? inForce!.FirstOrDefault(c => c.Id == id) : null).ToList();
            if (kept.Contains(null))
            {
                throw new OfficeDefinitionException([.. reading.Broken.SelectMany(b => b.Problems), .. reading.Definition.Warnings]);
            }

            Take(source, reading, [.. kept.Select(c => c!)], reading.Definition.Operators);
        }

        _stored = servesStored ? [.. inForce!] : [];
    }

    /// <summary>Reads a source anew; returns what takes it back.</summary>
    public async Task<Action> RefreshAsync(ICompanySource source, CancellationToken cancellationToken)
    {
        var reading = await source.ReadAsync(cancellationToken);
        var before = _definitions[source];
        var problems = _problems[source];
        var broken = reading.Broken.Select(b => b.Company).ToHashSet();
        IReadOnlyList<OperatorDefinition> operators = reading.Broken.Any(b => b.HoldsOperators) ? before.Operators : reading.Definition.Operators;

        // A document of which not even the company can be told may be that of any company that is gone.
        var kept = before.Companies.Where(c => broken.Contains(c.Id) || (broken.Contains(null) && reading.Broken.Any(b => b.Company is null && !b.HoldsOperators)));
        Take(source, reading, [.. kept.Where(c => reading.Definition.Companies.All(n => n.Id != c.Id))], operators);
        return () =>
        {
            _definitions[source] = before;
            _problems[source] = problems;
        };
    }

    /// <summary>Notes a problem that only all sources together have.</summary>
    public void Note(ICompanySource source, string problem) => _problems[source] = [.. _problems[source], new DefinitionProblem("(all documents)", null, "(companies)", problem, "definitions that go together")];

    /// <summary>A company was published to the store.</summary>
    public void Published(CompanyDefinition definition) => _stored = [.. _stored.Where(c => c.Id != definition.Id), definition];

    private void Take(ICompanySource source, CompanySourceReading reading, IReadOnlyList<CompanyDefinition> kept, IReadOnlyList<OperatorDefinition> operators)
    {
        _definitions[source] = new OfficeDefinition([.. reading.Definition.Companies, .. kept], operators);
        _problems[source] = [.. reading.Broken.SelectMany(b => b.Problems), .. reading.Definition.Warnings];
    }
}
