namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>A document cannot be kept: something in it is wrong.</summary>
internal sealed class WrongDocumentException(IReadOnlyList<ProblemView> problems) : Exception(string.Join(" ", problems.Where(p => !p.IsWarning).Select(p => p.Line is { } line ? $"Line {line}: {p.Text}" : p.Text)))
{
    public IReadOnlyList<ProblemView> Problems { get; } = problems;
}
