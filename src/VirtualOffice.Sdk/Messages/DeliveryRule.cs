namespace VirtualOffice.Sdk.Messages;

/// <summary>What becomes of a delivery after an attempt: delivered, tried again, given up; and when a person is told of it.</summary>
internal static class DeliveryRule
{
    /// <summary>A message that is not delivered reaches a person within this time.</summary>
    public static readonly TimeSpan EscalateWithin = TimeSpan.FromMinutes(15);

    // People are not rung up as often as servers are, and not by night for days.
    private static readonly TimeSpan[] PersonPauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30)];

    /// <summary>The delivery after an attempt that has just ended.</summary>
    /// <param name="before">The delivery before it.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="hasLaterStep">Whether a later step of its dispatch rule is still to come, or has reached somebody; or somebody has acknowledged the message, and sees to it.</param>
    /// <param name="now">The time.</param>
    public static MessageDelivery After(MessageDelivery before, DeliveryAttempt attempt, bool hasLaterStep, DateTimeOffset now)
    {
        var delivery = before with { Attempts = before.Attempts + 1, LastError = attempt.Detail };
        if (attempt.Outcome == DeliveryOutcome.Delivered)
        {
            return delivery with { State = DeliveryState.Delivered, LastError = null };
        }

        if (attempt.Outcome == DeliveryOutcome.NotReached && hasLaterStep)
        {
            return delivery with { State = DeliveryState.Passed };
        }

        if (PauseAfter(attempt.Outcome, delivery.Attempts) is { } pause)
        {
            var due = now + pause;

            // Told at the last attempt within the time, not at the first one after it.
            var isLate = due - before.CreatedAt > EscalateWithin;
            return delivery with { DueAt = due, EscalatedAt = before.EscalatedAt ?? (isLate ? now : null) };
        }

        return delivery with { State = DeliveryState.Failed, EscalatedAt = before.EscalatedAt ?? now };
    }

    private static TimeSpan? PauseAfter(DeliveryOutcome outcome, int attempts) => outcome switch
    {
        DeliveryOutcome.RetryLater => DeliveryBackoff.After(attempts),
        DeliveryOutcome.NotReached when attempts <= PersonPauses.Length => PersonPauses[attempts - 1],
        _ => null,
    };

    /// <summary>The delivery that tells a person, when one has to be told just now; null otherwise. An escalation is not escalated again.</summary>
    public static MessageDelivery? Escalation(MessageDelivery before, MessageDelivery after, OfficeOptions options, DateTimeOffset now) =>
        before.EscalatedAt is not null || after.EscalatedAt is null || after.Id.IsEscalation || options.EscalateTo is not { } recipient || recipient == after.Recipient
            ? null
            : after with
            {
                Id = after.Id.Escalation(),
                Channel = options.MessageChannel,
                Recipient = recipient,
                State = DeliveryState.Pending,
                Attempts = 0,
                DueAt = now,
                CreatedAt = now,
                LastError = null,
                UnlessAcknowledged = false,
                FollowsFailure = false,
                Turn = 0,
                EscalatedAt = null,
            };
}
