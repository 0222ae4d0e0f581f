using System.Text;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Companies as documents: read, written, and described by a JSON Schema. Safe for concurrent use.</summary>
/// <param name="scriptSteps">The host's own steps of scripts; none by default.</param>
public sealed class CompanyDocuments(IEnumerable<IScriptStep>? scriptSteps = null) : ICompanyDocuments
{
    private readonly IReadOnlyList<ScriptStepKind> _kinds = [.. ScriptSteps.BuiltIn, .. (scriptSteps ?? []).Select(s => s.Kind)];

    /// <inheritdoc/>
    public string Schema => CompanySchema.Of(_kinds);

    /// <inheritdoc/>
    public CompanyReading Read(string text, string name = "company.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var problems = new List<DefinitionProblem>();
        var file = YamlFile.Parse(name, Encoding.UTF8.GetBytes(text), problems);
        if (file is not null && OperatorsReader.IsOperators(file.Root))
        {
            problems.Add(file.Root.Problem(name, "a company", "operators"));
            return new CompanyReading(null, problems);
        }

        return new CompanyReading(file is null ? null : new CompanyReader(file, problems, _kinds).Read()?.Value, problems);
    }

    /// <inheritdoc/>
    public string Write(CompanyDefinition company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return company.Document is null ? WriteAnew(company) : Revise(company.Document, company).Text;
    }

    /// <inheritdoc/>
    public CompanyRevision Revise(string text, CompanyDefinition company)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(company);
        return new DocumentReviser(t => Read(t).Company, WriteAnew, c => CompanyWriter.Of(c, _kinds)).Revise(text, company);
    }

    /// <summary>Reads every company of a folder; operators, and scenarios, are passed over.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OfficeDefinitionException">Something in the documents is wrong; every problem is listed.</exception>
    public async Task<IReadOnlyList<CompanyDefinition>> ReadFolderAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var problems = new List<DefinitionProblem>();
        var companies = new List<Located<CompanyDefinition>>();
        if (!Directory.Exists(folder))
        {
            problems.Add(new DefinitionProblem(folder, null, "(folder)", "nothing", "a folder of documents"));
        }

        foreach (var path in problems.Count == 0 ? FolderWatch.Files(folder) : [])
        {
            if (await YamlFile.LoadAsync(path, problems, cancellationToken).ConfigureAwait(false) is { } file && !OperatorsReader.IsOperators(file.Root) && new CompanyReader(file, problems, _kinds).Read() is { } company)
            {
                companies.Add(company);
            }
        }

        CrossChecks.Check(companies, [], allCompaniesAreRead: false, problems);
        return problems.TrueForAll(p => p.Severity == ProblemSeverity.Warning) ? [.. companies.Select(c => c.Value)] : throw new OfficeDefinitionException(problems);
    }

    /// <summary>Writes companies into a folder, each as <c>ID.yaml</c>. Files of other names stay as they are. Nothing is written unless all of them can be.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="companies">The companies.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The files.</returns>
    /// <exception cref="VirtualOfficeException">A company says something that no document can; the message says what.</exception>
    public async Task<IReadOnlyList<string>> WriteFolderAsync(string folder, IEnumerable<CompanyDefinition> companies, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(companies);
        var files = companies.Select(c => (Path: Path.Combine(folder, $"{c.Id}.yaml"), Text: Write(c))).ToList();
        Directory.CreateDirectory(folder);
        foreach (var (path, text) in files)
        {
            // What watches the folder never sees half a document.
            var temporary = $"{path}.tmp";
            await File.WriteAllTextAsync(temporary, text, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }

        return [.. files.Select(f => f.Path)];
    }

    private string WriteAnew(CompanyDefinition company)
    {
        var text = YamlText.Of(CompanyWriter.Of(company, _kinds));

        // A definition made in code may say what no document can; it must not be lost in silence.
        var reading = Read(text);
        var why = reading.Company is { } read
            ? CompanyComparison.FirstDifference(company, read)
            : reading.Problems.FirstOrDefault(p => p.Severity == ProblemSeverity.Error)?.ToString() ?? "it cannot be read back";
        return why is null ? text : throw new VirtualOfficeException($"Company '{company.Id}' cannot be written as a document: {why}.");
    }
}
