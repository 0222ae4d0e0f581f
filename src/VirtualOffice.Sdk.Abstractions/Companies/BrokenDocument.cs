namespace VirtualOffice.Sdk.Companies;

/// <summary>A document that is wrong; what it said last when it was right stays in force.</summary>
/// <param name="Source">The file, or what stands for it.</param>
/// <param name="Company">The company it is of; null when that cannot be told, or when it holds operators.</param>
/// <param name="HoldsOperators">Whether it holds operators.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record BrokenDocument(string Source, CompanyId? Company, bool HoldsOperators, IReadOnlyList<DefinitionProblem> Problems);
