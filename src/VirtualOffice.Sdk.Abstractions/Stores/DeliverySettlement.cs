using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>What became of a claimed delivery, written in one transaction.</summary>
/// <param name="Delivery">Its new state, attempts, due time, last error and escalation.</param>
/// <param name="Attempt">The attempt to be recorded under the number <see cref="MessageDelivery.Attempts"/>; null when none was made.</param>
/// <param name="At">When, UTC.</param>
public sealed record DeliverySettlement(MessageDelivery Delivery, DeliveryAttempt? Attempt, DateTimeOffset At)
{
    /// <summary>Further deliveries of the same message that are to be made, to the person an undelivered one is escalated to, for example; one that is there already stays as it is, and an escalation of an acknowledged message is not added.</summary>
    public IReadOnlyList<MessageDelivery> Further { get; init; } = [];

    /// <summary>
    /// The state the delivery must be in for its new one to be written; pending by default. <see cref="DeliveryState.Delivered"/> for one that came back. One that was cancelled while it was under way
    /// becomes delivered all the same, because it has arrived.
    /// </summary>
    public DeliveryState From { get; init; } = DeliveryState.Pending;

    /// <summary>That the message was acknowledged by this very attempt, to be kept unless somebody has before; null when it was not. What it makes needless is cancelled after the delivery has its state.</summary>
    public MessageAcknowledgement? Acknowledgement { get; init; }

    /// <summary>
    /// Whether the next delivery of the message, by number, is due at <see cref="At"/> instead of later, when it is pending, was not attempted, and <see cref="MessageDelivery.FollowsFailure"/>.
    /// </summary>
    public bool HastensNext { get; init; }
}
