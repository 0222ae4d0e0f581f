using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Finds what is wrong in a company's scripts: one with problems is never run.</summary>
public static class ScriptChecks
{
    /// <summary>Every problem, in the order of the scripts.</summary>
    /// <param name="company">The company.</param>
    /// <param name="kinds">The kinds of steps there are: the built-in ones and the host's.</param>
    public static IReadOnlyList<ScriptProblem> Check(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(kinds);
        var problems = new List<ScriptProblem>();
        for (var i = 0; i < company.Scripts.Count; i++)
        {
            CheckChoice(company, i, problems);
            CheckScript(company, i, kinds, problems);
        }

        return problems;
    }

    private static void CheckChoice(CompanyDefinition company, int index, List<ScriptProblem> problems)
    {
        var script = company.Scripts[index];
        if (company.Scripts.Take(index).Any(s => s.Name == script.Name))
        {
            problems.Add(new ScriptProblem(index, null, "name", $"'{script.Name}', which another script has too", "a name that no other script of the company has"));
        }

        if (script.When.CallType is { } type && company.FindCallType(type) is null)
        {
            var types = company.CallTypes.Select(t => t.Id.Value).ToList();
            problems.Add(new ScriptProblem(index, null, "when.callType", $"'{type}'", (types.Count == 0 ? "a call type of the company, which has none" : $"one of {string.Join(", ", types)}") + Nearest.Hint(type.Value, types)));
        }

        var mine = ScriptSelection.TypesOf(company, script).Distinct().Order().ToList();
        if (company.Scripts.Take(index).FirstOrDefault(s => s.When.Hours == script.When.Hours && Clashes(mine, [.. ScriptSelection.TypesOf(company, s)])) is { } other)
        {
            problems.Add(new ScriptProblem(index, null, "when", $"calls that script '{other.Name}' is for too", "another call type, or other hours"));
        }
    }

    private static bool Clashes(List<CallTypeId> mine, List<CallTypeId> theirs) => mine.Count == 0 ? theirs.Count == 0 : mine.Intersect(theirs).Any();

    private static void CheckScript(CompanyDefinition company, int index, IReadOnlyList<ScriptStepKind> kinds, List<ScriptProblem> problems)
    {
        var script = company.Scripts[index];
        if (script.Steps.Count == 0)
        {
            problems.Add(new ScriptProblem(index, null, "steps", "no step", "at least one step"));
            return;
        }

        var before = problems.Count;
        var steps = new StepChecks(company, index, kinds, problems);
        for (var i = 0; i < script.Steps.Count; i++)
        {
            steps.Check(i);
        }

        // A graph with a wrong step or transition would make others look wrong too.
        if (problems.Count == before)
        {
            new FlowChecks(index, script, new ScriptGraph(script, kinds), problems).Check();
        }

        steps.CheckUnreadFields();
    }
}
