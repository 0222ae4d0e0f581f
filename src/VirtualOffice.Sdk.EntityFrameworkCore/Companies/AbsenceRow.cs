namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>An absence of an employee that was set while the office ran.</summary>
internal sealed class AbsenceRow
{
    public required string Id { get; set; }

    public required string Company { get; set; }

    public required string Employee { get; set; }

    /// <summary>The absence as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>When it was taken back, UTC ticks; null when it was not.</summary>
    public long? EndedAt { get; set; }
}
