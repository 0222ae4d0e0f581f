namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>An entry of a call's journal.</summary>
internal sealed class CallEventRow
{
    public required string CallId { get; set; }

    /// <summary>From 1, without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>The event's kind, as in its JSON.</summary>
    public required string Type { get; set; }

    public required string Json { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
