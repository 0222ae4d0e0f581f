using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Whose data a query may see. Every query takes one, so that forgetting it does not compile.</summary>
public readonly record struct TenantScope
{
    private TenantScope(CompanyId? company) => Company = company;

    /// <summary>The whole office: for operators and supervisors.</summary>
    public static TenantScope Office { get; } = new(null);

    /// <summary>The only company whose data is seen; null for the whole office.</summary>
    public CompanyId? Company { get; }

    /// <summary>One company: for its own people.</summary>
    public static TenantScope Of(CompanyId company) => new(company);
}
