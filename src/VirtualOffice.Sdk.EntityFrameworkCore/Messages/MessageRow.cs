namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A message, as its deliveries need it.</summary>
internal sealed class MessageRow
{
    /// <summary>The message's id as 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; set; }

    public required string CallId { get; set; }

    public required string Company { get; set; }

    public required string Json { get; set; }

    /// <summary>UTC ticks; null when nobody has acknowledged it.</summary>
    public long? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }

    /// <summary>How; null when nobody has acknowledged it.</summary>
    public string? AcknowledgedHow { get; set; }
}
