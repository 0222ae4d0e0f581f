namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A delivery of a message to one recipient.</summary>
internal sealed class DeliveryRow
{
    public required string MessageId { get; set; }

    /// <summary>The recipient's number in the message, from 1.</summary>
    public int Number { get; set; }

    public required string CallId { get; set; }

    public required string Company { get; set; }

    public required string Channel { get; set; }

    public required string Recipient { get; set; }

    public required string State { get; set; }

    public int Attempts { get; set; }

    /// <summary>UTC ticks.</summary>
    public long DueAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>UTC ticks until which a host has it; 0 when none has.</summary>
    public long ClaimedUntil { get; set; }

    /// <summary>UTC ticks.</summary>
    public long CreatedAt { get; set; }

    /// <summary>UTC ticks; null when no person had to be told.</summary>
    public long? EscalatedAt { get; set; }

    public bool UnlessAcknowledged { get; set; }

    public bool FollowsFailure { get; set; }

    /// <summary>The turn of the dispatch rule; 0 without one.</summary>
    public int Turn { get; set; }
}
