using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>Something wrong in a document, with its place where it has one.</summary>
internal sealed record ProblemView(int? Line, int? Column, string? Field, string Text, bool IsWarning)
{
    public static ProblemView Of(DefinitionProblem problem) => new(
        problem.Line, problem.Column, problem.Field, $"{problem.Field}: found {problem.Found}; allowed is {problem.Allowed}.", problem.Severity == ProblemSeverity.Warning);

    public static ProblemView Of(string problem) => new(null, null, null, problem, IsWarning: false);
}
