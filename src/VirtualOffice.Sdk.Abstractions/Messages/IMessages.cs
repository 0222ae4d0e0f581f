using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Messages taken and how their delivery stands. Safe for concurrent use.</summary>
public interface IMessages
{
    /// <summary>The deliveries of all messages of a call, ordered by message and recipient.</summary>
    Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>A page of deliveries, oldest first; those given up are a person's work list.</summary>
    Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken = default);

    /// <summary>A delivery's attempts, in order.</summary>
    Task<IReadOnlyList<RecordedAttempt>> ListAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken = default);

    /// <summary>Attempts a delivery again that was given up, or that was delivered and came back.</summary>
    /// <returns>False when there is no such delivery, or it is being attempted anyway.</returns>
    Task<bool> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken = default);

    /// <summary>Acknowledges a message by the token of a delivery's link. Later steps of its dispatch rule are cancelled, and it is not escalated any more. Once more is harmless.</summary>
    /// <returns>The acknowledgement in force, which is the first; null when the token is not one of this office's, or the message is gone.</returns>
    Task<MessageAcknowledgement?> AcknowledgeAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Acknowledges a message because an operator says that somebody has seen to it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="who">Who has, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The acknowledgement in force, which is the first; null when there is no such message.</returns>
    Task<MessageAcknowledgement?> AcknowledgeAsync(MessageId message, string who, CancellationToken cancellationToken = default);

    /// <summary>The acknowledgement of a message; null when there is none.</summary>
    Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken = default);
}
