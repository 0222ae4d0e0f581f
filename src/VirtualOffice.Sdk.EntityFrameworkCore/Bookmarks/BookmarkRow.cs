namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>How far a source outside the office has been read.</summary>
internal sealed class BookmarkRow
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}
