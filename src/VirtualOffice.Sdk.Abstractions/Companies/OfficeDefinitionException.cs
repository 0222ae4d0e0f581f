namespace VirtualOffice.Sdk.Companies;

/// <summary>Definitions of companies or operators are wrong.</summary>
public sealed class OfficeDefinitionException : VirtualOfficeException
{
    /// <summary>Creates the exception from every problem found.</summary>
    public OfficeDefinitionException(IReadOnlyList<DefinitionProblem> problems)
        : base("The definitions of companies or operators are wrong:\n" + string.Join('\n', problems)) => Problems = problems;

    /// <summary>Every problem.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }
}
