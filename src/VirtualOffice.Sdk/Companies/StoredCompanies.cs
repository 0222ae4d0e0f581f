namespace VirtualOffice.Sdk.Companies;

/// <summary>Says that an office serves companies that were published to its store, beside those of its sources.</summary>
internal sealed class StoredCompanies;
