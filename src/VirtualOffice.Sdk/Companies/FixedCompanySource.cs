namespace VirtualOffice.Sdk.Companies;

/// <summary>Definitions written in code.</summary>
internal sealed class FixedCompanySource(OfficeDefinition definition) : ICompanySource
{
    public Task<OfficeDefinition> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(definition);
}
