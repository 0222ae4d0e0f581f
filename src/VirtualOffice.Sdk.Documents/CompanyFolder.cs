using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A folder of documents in YAML and JSON, watched for changes.</summary>
internal sealed class CompanyFolder(string folder, IEnumerable<IScriptStep>? scriptSteps = null) : ICompanySource
{
    private readonly IReadOnlyList<ScriptStepKind> _kinds = [.. ScriptSteps.BuiltIn, .. (scriptSteps ?? []).Select(s => s.Kind)];
    private readonly FolderWatch _watch = new(folder);
    private readonly Dictionary<string, CompanyId> _companiesByFile = new(StringComparer.Ordinal);

    public async Task<OfficeDefinition> LoadAsync(CancellationToken cancellationToken)
    {
        var (definition, problems, _) = await LoadDocumentsAsync(cancellationToken).ConfigureAwait(false);
        return problems.TrueForAll(p => p.Severity == ProblemSeverity.Warning) ? definition with { Warnings = problems } : throw new OfficeDefinitionException(problems);
    }

    public async Task<CompanySourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        // Taken before reading: what changes meanwhile is read again.
        _watch.Take();
        var (definition, problems, documents) = await LoadDocumentsAsync(cancellationToken).ConfigureAwait(false);
        var wrong = problems.Where(p => p.Severity == ProblemSeverity.Error).GroupBy(p => p.Source, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var right = definition with { Warnings = [.. problems.Where(p => p.Severity == ProblemSeverity.Warning)] };
        if (wrong.Count == 0)
        {
            Remember(documents);
            return new CompanySourceReading(right, []);
        }

        var broken = wrong.Select(w => Broken(w.Key, w.Value, documents.Find(d => d.File == w.Key))).ToList();
        Remember(documents.Where(d => !wrong.ContainsKey(d.File)));
        return new CompanySourceReading(
            right with
            {
                Companies = [.. documents.Where(d => d.Company is not null && !wrong.ContainsKey(d.File)).Select(d => d.Company!.Value)],
                Operators = [.. documents.Where(d => !wrong.ContainsKey(d.File)).SelectMany(d => d.Operators).Select(o => o.Value)],
            },
            broken);
    }

    public Task WaitForChangeAsync(TimeProvider clock, CancellationToken cancellationToken) => _watch.WaitAsync(clock, cancellationToken);

    private BrokenDocument Broken(string source, IReadOnlyList<DefinitionProblem> problems, FolderDocument? document)
    {
        CompanyId? company = document?.Id ?? (_companiesByFile.TryGetValue(source, out var before) ? before : null);
        var holdsOperators = document?.HoldsOperators ?? false;
        return new BrokenDocument(source, holdsOperators ? null : company, holdsOperators, problems);
    }

    private void Remember(IEnumerable<FolderDocument> documents)
    {
        foreach (var document in documents.Where(d => d.Company is not null))
        {
            _companiesByFile[document.File] = document.Company!.Value.Id;
        }
    }

    private async Task<(OfficeDefinition Definition, List<DefinitionProblem> Problems, List<FolderDocument> Documents)> LoadDocumentsAsync(CancellationToken cancellationToken)
    {
        var problems = new List<DefinitionProblem>();
        var documents = new List<FolderDocument>();
        foreach (var file in Files(problems))
        {
            documents.Add(await FolderDocument.LoadAsync(file, _kinds, problems, cancellationToken).ConfigureAwait(false));
        }

        List<Located<CompanyDefinition>> companies = [.. documents.Select(d => d.Company).OfType<Located<CompanyDefinition>>()];
        List<Located<OperatorDefinition>> operators = [.. documents.SelectMany(d => d.Operators)];
        CrossChecks.Check(companies, operators, documents.TrueForAll(d => d.IsRead), problems);
        return (new OfficeDefinition([.. companies.Select(c => c.Value)], [.. operators.Select(o => o.Value)]), problems, documents);
    }

    private IReadOnlyList<string> Files(List<DefinitionProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new DefinitionProblem(folder, null, "(folder)", "nothing", "a folder of documents"));
            return [];
        }

        var files = FolderWatch.Files(folder);
        if (files.Count == 0)
        {
            problems.Add(new DefinitionProblem(folder, null, "(folder)", "no *.yaml, *.yml or *.json file", "at least one document"));
        }

        return files;
    }
}
