namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>How many rows there are of a kind.</summary>
internal sealed class CountRow
{
    public required string Kind { get; set; }

    public long Count { get; set; }

    /// <summary>The oldest of them that matters, in UTC ticks; null when there is none.</summary>
    public long? Oldest { get; set; }
}
