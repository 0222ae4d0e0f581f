namespace VirtualOffice.Sdk.Messages;

/// <summary>What happened to an attempt.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Detail">The other side's answer, or the error; at most a few lines.</param>
public sealed record DeliveryAttempt(DeliveryOutcome Outcome, string? Detail)
{
    /// <summary>Whether a person accepted the message there and then, which acknowledges it.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The other side took responsibility.</summary>
    public static DeliveryAttempt Delivered(string? detail = null) => new(DeliveryOutcome.Delivered, detail);

    /// <summary>It may succeed later.</summary>
    public static DeliveryAttempt RetryLater(string detail) => new(DeliveryOutcome.RetryLater, detail);

    /// <summary>It will never succeed.</summary>
    public static DeliveryAttempt Failed(string detail) => new(DeliveryOutcome.Failed, detail);

    /// <summary>A person has it, and sees to it.</summary>
    public static DeliveryAttempt Accepted(string? detail = null) => new(DeliveryOutcome.Delivered, detail) { IsAccepted = true };

    /// <summary>The person was not reached.</summary>
    public static DeliveryAttempt NotReached(string detail) => new(DeliveryOutcome.NotReached, detail);
}
