namespace VirtualOffice.Sdk.Companies;

/// <summary>A document that was made to say something else.</summary>
/// <param name="Text">The document.</param>
/// <param name="LostRemarks">Remarks that could not be kept, because what they stood in was written anew. Usually none; those of entries that are gone are not among them.</param>
public sealed record CompanyRevision(string Text, IReadOnlyList<string> LostRemarks);
