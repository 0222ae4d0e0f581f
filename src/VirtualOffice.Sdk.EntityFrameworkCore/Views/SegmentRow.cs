namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A timed segment of a call that has ended.</summary>
internal sealed class SegmentRow
{
    public required string CallId { get; set; }

    /// <summary>The segment's place in the call, from 1.</summary>
    public int Number { get; set; }

    public string? Company { get; set; }

    /// <summary>UTC ticks at which the call was received.</summary>
    public long ReceivedAt { get; set; }

    public required string Kind { get; set; }

    /// <summary>UTC ticks.</summary>
    public long From { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? To { get; set; }

    public string? Operator { get; set; }

    public string? Employee { get; set; }
}
