namespace VirtualOffice.Sdk.Messages;

/// <summary>One thing that happened to a message.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What.</param>
/// <param name="Who">The address an attempt was for, or who acknowledged; null when it was taken.</param>
/// <param name="Detail">What happened, for a person to read.</param>
public sealed record MessageLogEntry(DateTimeOffset At, MessageLogKind Kind, string? Who, string Detail)
{
    /// <summary>The delivery; null for what concerns the message as a whole.</summary>
    public DeliveryId? Delivery { get; init; }
}
