using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>The kinds of steps an office has: the built-in ones and the host's.</summary>
internal sealed class ScriptKinds(IReadOnlyList<IScriptStep> own)
{
    public IReadOnlyList<ScriptStepKind> All { get; } = [.. ScriptSteps.BuiltIn, .. own.Select(s => s.Kind)];

    public ScriptStepKind? Find(string kind) => All.FirstOrDefault(k => k.Name == kind);

    public IScriptStep? FindOwn(string kind) => own.FirstOrDefault(s => s.Name == kind);

    /// <summary>Checks the scripts of companies, whatever source they come from.</summary>
    /// <exception cref="OfficeDefinitionException">Something is wrong in them.</exception>
    public void RefuseWrongScripts(IEnumerable<CompanyDefinition> companies)
    {
        var problems = companies.SelectMany(c => ScriptChecks.Check(c, All).Select(p => new DefinitionProblem(c.Id.Value, null, p.Path, p.Found, p.Allowed))).ToList();
        if (problems.Count > 0)
        {
            throw new OfficeDefinitionException(problems);
        }
    }
}
