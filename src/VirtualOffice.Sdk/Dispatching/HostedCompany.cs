using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>What the office knows of a company and the board need not.</summary>
internal sealed class HostedCompany(CompanyId id)
{
    public CompanyId Id { get; } = id;

    public QueueRules Rules { get; set; } = QueueRules.Default;

    /// <summary>The lane of its calls.</summary>
    public int Lane { get; set; }
}
