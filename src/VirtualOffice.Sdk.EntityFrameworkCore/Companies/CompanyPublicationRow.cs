namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A version of a company came into force; never changed.</summary>
internal sealed class CompanyPublicationRow
{
    public required string Company { get; set; }

    /// <summary>From 1, in the order of publication.</summary>
    public int Number { get; set; }

    public required string Version { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
