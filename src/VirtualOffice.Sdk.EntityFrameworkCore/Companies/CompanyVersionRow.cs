namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A version of a company; never changed.</summary>
internal sealed class CompanyVersionRow
{
    public required string Company { get; set; }

    public required string Version { get; set; }

    public required string Json { get; set; }
}
