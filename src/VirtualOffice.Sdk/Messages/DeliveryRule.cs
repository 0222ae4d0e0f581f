namespace VirtualOffice.Sdk.Messages;

/// <summary>What becomes of a delivery after an attempt: delivered, tried again, given up; and when a person is told of it.</summary>
internal static class DeliveryRule
{
    /// <summary>A message that is not delivered reaches a person within this time.</summary>
    public static readonly TimeSpan EscalateWithin = TimeSpan.FromMinutes(15);

    /// <summary>The delivery after an attempt that has just ended.</summary>
    public static MessageDelivery After(MessageDelivery before, DeliveryAttempt attempt, DateTimeOffset now)
    {
        var delivery = before with { Attempts = before.Attempts + 1, LastError = attempt.Detail };
        if (attempt.Outcome == DeliveryOutcome.Delivered)
        {
            return delivery with { State = DeliveryState.Delivered, LastError = null };
        }

        if (attempt.Outcome == DeliveryOutcome.RetryLater && DeliveryBackoff.After(delivery.Attempts) is { } pause)
        {
            var due = now + pause;

            // Told at the last attempt within the time, not at the first one after it.
            var isLate = due - before.CreatedAt > EscalateWithin;
            return delivery with { DueAt = due, EscalatedAt = before.EscalatedAt ?? (isLate ? now : null) };
        }

        return delivery with { State = DeliveryState.Failed, EscalatedAt = before.EscalatedAt ?? now };
    }

    /// <summary>The delivery that tells a person, when one has to be told just now; null otherwise. An escalation is not escalated again.</summary>
    public static MessageDelivery? Escalation(MessageDelivery before, MessageDelivery after, string? recipient, DateTimeOffset now) =>
        before.EscalatedAt is not null || after.EscalatedAt is null || after.Id.IsEscalation || recipient is null || recipient == after.Recipient
            ? null
            : after with
            {
                Id = after.Id.Escalation(),
                Recipient = recipient,
                State = DeliveryState.Pending,
                Attempts = 0,
                DueAt = now,
                CreatedAt = now,
                LastError = null,
                EscalatedAt = null,
            };
}
