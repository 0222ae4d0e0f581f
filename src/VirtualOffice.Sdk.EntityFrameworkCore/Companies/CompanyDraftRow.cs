namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A draft of a company.</summary>
internal sealed class CompanyDraftRow
{
    public required string Id { get; set; }

    public required string Company { get; set; }

    public int Revision { get; set; }

    /// <summary>The draft as JSON.</summary>
    public required string Content { get; set; }
}
