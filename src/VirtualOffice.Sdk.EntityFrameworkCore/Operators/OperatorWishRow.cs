namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>What an operator last wished to be.</summary>
internal sealed class OperatorWishRow
{
    public required string Operator { get; set; }

    public required string Presence { get; set; }

    public string? Reason { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
