namespace VirtualOffice.Sdk.Messages;

/// <summary>An attempt as it was recorded; final.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Number">The attempt's number in the delivery, from 1.</param>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Attempt">What happened.</param>
public sealed record RecordedAttempt(DeliveryId Delivery, int Number, DateTimeOffset At, DeliveryAttempt Attempt);
