using System.Text.RegularExpressions;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A document of a folder: a company, operators, or neither when it is wrong.</summary>
/// <param name="File">The file's name.</param>
/// <param name="IsRead">Whether a company or operators could be read.</param>
/// <param name="Company">The company; null when it holds none that is right.</param>
/// <param name="HoldsOperators">Whether it holds operators.</param>
/// <param name="Operators">The operators that are right.</param>
/// <param name="Id">The company's id, also where not more can be told.</param>
internal sealed partial record FolderDocument(
    string File, bool IsRead, Located<CompanyDefinition>? Company, bool HoldsOperators, IReadOnlyList<Located<OperatorDefinition>> Operators, CompanyId? Id)
{
    public static async Task<FolderDocument> LoadAsync(string path, IReadOnlyList<ScriptStepKind> kinds, List<DefinitionProblem> problems, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var document = await YamlFile.LoadAsync(path, problems, cancellationToken).ConfigureAwait(false);
        if (document is not null && OperatorsReader.IsOperators(document.Root))
        {
            return new FolderDocument(name, IsRead: true, null, HoldsOperators: true, new OperatorsReader(document, problems).Read(), null);
        }

        if (document is not null && new CompanyReader(document, problems, kinds).Read() is { } company)
        {
            return new FolderDocument(name, IsRead: true, company, HoldsOperators: false, [], company.Value.Id);
        }

        var text = await TextAsync(path, cancellationToken).ConfigureAwait(false);
        return new FolderDocument(name, IsRead: false, null, AnOperatorsField().IsMatch(text), [], IdIn(text));
    }

    /// <summary>What stands there as the id, whatever else is wrong.</summary>
    private static CompanyId? IdIn(string text) => AnId().Match(text) is { Success: true } match && CompanyId.TryParse(match.Groups["id"].Value, out var id) ? id : null;

    private static async Task<string> TextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await System.IO.File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex("""^(?:\s*\{)?\s{0,3}"?id"?\s*:\s*["']?(?<id>[A-Za-z0-9_-]{1,64})""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnId();

    [GeneratedRegex("""^(?:\s*\{)?\s{0,3}"?operators"?\s*:""", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnOperatorsField();
}
