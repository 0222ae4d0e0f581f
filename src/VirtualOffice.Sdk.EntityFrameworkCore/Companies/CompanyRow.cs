namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Which version of a company is in force.</summary>
internal sealed class CompanyRow
{
    public required string Company { get; set; }

    public required string Version { get; set; }

    /// <summary>How many publications there were: the number of the one in force.</summary>
    public int Publications { get; set; }
}
