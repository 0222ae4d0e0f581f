namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A command that was carried out.</summary>
internal sealed class CommandRow
{
    public required string Id { get; set; }

    public required string CallId { get; set; }

    public required string Fingerprint { get; set; }

    public required string Answer { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
