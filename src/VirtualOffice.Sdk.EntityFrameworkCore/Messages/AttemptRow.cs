namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>An attempt at a delivery; never changed.</summary>
internal sealed class AttemptRow
{
    public required string MessageId { get; set; }

    /// <summary>The delivery's number in the message.</summary>
    public int Number { get; set; }

    /// <summary>The attempt's number in the delivery, from 1.</summary>
    public int Attempt { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    public required string Outcome { get; set; }

    public string? Detail { get; set; }
}
