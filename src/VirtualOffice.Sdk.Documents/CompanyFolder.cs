using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A folder of YAML documents.</summary>
internal sealed class CompanyFolder(string folder, IEnumerable<IScriptStep>? scriptSteps = null) : ICompanySource
{
    private readonly IReadOnlyList<ScriptStepKind> _kinds = [.. ScriptSteps.BuiltIn, .. (scriptSteps ?? []).Select(s => s.Kind)];

    public async Task<OfficeDefinition> LoadAsync(CancellationToken cancellationToken)
    {
        var problems = new List<DefinitionProblem>();
        var companies = new List<Located<CompanyDefinition>>();
        var operators = new List<Located<OperatorDefinition>>();
        var allCompaniesAreRead = true;
        foreach (var file in Files(problems))
        {
            var document = await YamlFile.LoadAsync(file, problems, cancellationToken).ConfigureAwait(false);
            if (document is not null && OperatorsReader.IsOperators(document.Root))
            {
                operators.AddRange(new OperatorsReader(document, problems).Read());
            }
            else if (document is not null && new CompanyReader(document, problems, _kinds).Read() is { } company)
            {
                companies.Add(company);
            }
            else
            {
                allCompaniesAreRead = false;
            }
        }

        CrossChecks.Check(companies, operators, allCompaniesAreRead, problems);
        return problems.Count == 0
            ? new OfficeDefinition([.. companies.Select(c => c.Value)], [.. operators.Select(o => o.Value)])
            : throw new OfficeDefinitionException(problems);
    }

    private IReadOnlyList<string> Files(List<DefinitionProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new DefinitionProblem(folder, null, "(folder)", "nothing", "a folder of YAML documents"));
            return [];
        }

        // Sorted, so that the same folder gives the same problems in the same order everywhere.
        var files = Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            problems.Add(new DefinitionProblem(folder, null, "(folder)", "no *.yaml file", "at least one document"));
        }

        return files;
    }
}
