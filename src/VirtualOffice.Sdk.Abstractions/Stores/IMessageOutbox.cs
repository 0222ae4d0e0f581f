using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Deliveries that are to be made, written in the same transaction as the journal. Safe for concurrent use, also by several hosts.</summary>
public interface IMessageOutbox
{
    /// <summary>
    /// Claims deliveries that are due, shared fairly: the longest due of every company, then the second of every company, and so on, so that one company's
    /// thousand messages do not hold up another's one. A claim that is not settled by its end is free again.
    /// </summary>
    /// <param name="max">How many at most.</param>
    /// <param name="now">The time by which they are due, UTC.</param>
    /// <param name="until">When the claim ends, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Frees every claim: called once when a host starts to deliver, because the run before it may have died over its claims. A host that still is at one of them
    /// attempts it once more than needed, under the same id.
    /// </summary>
    Task ReleaseClaimsAsync(CancellationToken cancellationToken);

    /// <summary>Writes what became of a claimed delivery and frees it. One that is no longer in the state the settlement expects keeps its own; the attempt is recorded all the same.</summary>
    Task SettleAsync(DeliverySettlement settlement, CancellationToken cancellationToken);

    /// <summary>Makes a delivery that was given up or delivered pending again: a person wishes it, or it came back.</summary>
    /// <returns>False when there is no such delivery, or it is pending.</returns>
    Task<bool> ReopenAsync(DeliveryId delivery, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps who has seen to a message, unless somebody has before, and cancels its pending deliveries that are <see cref="MessageDelivery.UnlessAcknowledged"/> or escalations,
    /// in one transaction: none of these is added afterwards, either.
    /// </summary>
    /// <returns>The acknowledgement in force, which is the first; null when there is no such message.</returns>
    Task<MessageAcknowledgement?> AcknowledgeAsync(MessageAcknowledgement acknowledgement, CancellationToken cancellationToken);

    /// <summary>The acknowledgement of a message; null when there is none.</summary>
    Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken);

    /// <summary>A delivery; null when there is none.</summary>
    Task<MessageDelivery?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken);

    /// <summary>The deliveries of a call's messages, ordered by message and recipient.</summary>
    Task<IReadOnlyList<MessageDelivery>> ReadAsync(CallId call, CancellationToken cancellationToken);

    /// <summary>A delivery's attempts, in order.</summary>
    Task<IReadOnlyList<RecordedAttempt>> ReadAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken);

    /// <summary>A page of deliveries, ordered by message and recipient, oldest first.</summary>
    Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken);

    /// <summary>How the outbox stands.</summary>
    /// <param name="since">Only deliveries saved at this time or later, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<OutboxCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
