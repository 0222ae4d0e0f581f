namespace VirtualOffice.Sdk.Companies;

/// <summary>Where the definitions of companies and operators come from.</summary>
public interface ICompanySource
{
    /// <summary>Loads and checks all definitions.</summary>
    /// <exception cref="OfficeDefinitionException">Something in them is wrong; every problem is listed.</exception>
    Task<OfficeDefinition> LoadAsync(CancellationToken cancellationToken);
}
