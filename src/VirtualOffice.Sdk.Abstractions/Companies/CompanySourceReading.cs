namespace VirtualOffice.Sdk.Companies;

/// <summary>What a source says, and what of it is wrong.</summary>
/// <param name="Definition">What is right.</param>
/// <param name="Broken">The documents that are wrong; nothing of them is in the definition.</param>
public sealed record CompanySourceReading(OfficeDefinition Definition, IReadOnlyList<BrokenDocument> Broken);
