namespace VirtualOffice.Sdk.Companies;

/// <summary>Something wrong in a definition.</summary>
/// <param name="Source">The file, or what stands for it.</param>
/// <param name="Line">The line, from 1; null when not known.</param>
/// <param name="Field">The field, for example <c>employees[1].numbers[0]</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record DefinitionProblem(string Source, int? Line, string Field, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}{(Line is { } line ? $":{line}" : "")}: {Field}: found {Found}; allowed is {Allowed}.";
}
