namespace VirtualOffice.Sdk.Companies;

/// <summary>Something wrong in a definition.</summary>
/// <param name="Source">The file, or what stands for it.</param>
/// <param name="Line">The line, from 1; null when not known.</param>
/// <param name="Field">The field, for example <c>employees[1].numbers[0]</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record DefinitionProblem(string Source, int? Line, string Field, string Found, string Allowed)
{
    /// <summary>The column, from 1; null when not known.</summary>
    public int? Column { get; init; }

    /// <summary>Whether the definition can be used nevertheless; an error, by default, cannot.</summary>
    public ProblemSeverity Severity { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Source}{(Line is { } line ? $":{line}" : "")}{(Column is { } column ? $":{column}" : "")}: {(Severity == ProblemSeverity.Warning ? "warning: " : "")}{Field}: found {Found}; allowed is {Allowed}.";
}
