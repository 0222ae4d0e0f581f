namespace VirtualOffice.Sdk.Companies;

/// <summary>What a document says.</summary>
/// <param name="Company">The company; null when something in the document is wrong.</param>
/// <param name="Problems">What is wrong, and what is passed over, each with its line.</param>
public sealed record CompanyReading(CompanyDefinition? Company, IReadOnlyList<DefinitionProblem> Problems);
