using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Companies;

/// <summary>The companies an office serves and the operators who serve them.</summary>
/// <param name="Companies">The companies.</param>
/// <param name="Operators">The operators.</param>
public sealed record OfficeDefinition(IReadOnlyList<CompanyDefinition> Companies, IReadOnlyList<OperatorDefinition> Operators)
{
    /// <summary>What in the definitions is passed over: fields that are not known, for example.</summary>
    public IReadOnlyList<DefinitionProblem> Warnings { get; init; } = [];
}
