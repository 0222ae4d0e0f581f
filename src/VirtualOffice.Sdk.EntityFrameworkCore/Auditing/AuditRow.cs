namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>An entry of the audit.</summary>
internal sealed class AuditRow
{
    public required string Id { get; set; }

    /// <summary>When, UTC ticks.</summary>
    public required long At { get; set; }

    public required string Act { get; set; }

    public required string By { get; set; }

    public required string Outcome { get; set; }

    public string? Role { get; set; }

    public string? Address { get; set; }

    public string? CallId { get; set; }

    public string? Company { get; set; }

    public string? Operator { get; set; }

    public string? Detail { get; set; }

    public string? Reason { get; set; }
}
