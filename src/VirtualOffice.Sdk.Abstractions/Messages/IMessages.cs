using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Messages taken and how their delivery stands. Safe for concurrent use.</summary>
public interface IMessages
{
    /// <summary>The deliveries of all messages of a call, ordered by message and recipient.</summary>
    Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>A page of deliveries, oldest first; those given up whose message nobody has acknowledged are a person's work list.</summary>
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

    /// <summary>
    /// Acknowledges a message because its recipient answered the e-mail: to be called by the host's own mailbox. Of automatic answers, such as absence notices (RFC 3834), it must not be told.
    /// </summary>
    /// <param name="messageId">What the answer refers to: the value of <c>In-Reply-To</c>, with or without angle brackets.</param>
    /// <param name="from">Who answers; null for the recipient of the e-mail.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The acknowledgement in force, which is the first; null when it is no answer to a message of this office.</returns>
    Task<MessageAcknowledgement?> AcknowledgeByReplyAsync(string messageId, string? from = null, CancellationToken cancellationToken = default);

    /// <summary>Notes that a message that was kept (<see cref="DeliveryState.Held"/>) was told to whom it is for, which acknowledges it. What waits is listed by <see cref="ListAsync"/>.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="who">Who called in for it, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there is no such delivery, or it is not kept any more.</returns>
    Task<bool> PickUpAsync(DeliveryId delivery, string who, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back that a message was delivered: the e-mail bounced. A final bounce gives the delivery up, so that a person is told and the next step of its dispatch rule follows; after any other it is tried again.
    /// Reporting the same bounce again is harmless.
    /// </summary>
    /// <param name="messageId">The <c>Message-ID</c> of the e-mail that bounced, with or without angle brackets.</param>
    /// <param name="reason">Why, in the other server's words.</param>
    /// <param name="isFinal">Whether sending it again is of no use.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there is no such delivery, or it does not count as delivered.</returns>
    Task<bool> ReportBounceAsync(string messageId, string reason, bool isFinal = true, CancellationToken cancellationToken = default);

    /// <summary>Everything that happened to a message, in the order of time: when it was taken, every attempt to deliver it, and who acknowledged it how. Empty when there is no such message.</summary>
    Task<IReadOnlyList<MessageLogEntry>> ReadLogAsync(MessageId message, CancellationToken cancellationToken = default);

    /// <summary>The acknowledgement of a message; null when there is none.</summary>
    Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken = default);

    /// <summary>Opens a voice message by the token of its link (<see cref="Notification.RecordingLink"/>). The host's endpoint writes down who did; <c>MapMessageRecordings()</c> does.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when the token is not one of this office's, its time is over, or the recording is no longer stored.</returns>
    Task<LinkedRecording?> OpenRecordingAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>A message made up to show how those of a company read, such as of one that is being edited, and which merge fields its template may have. Nothing is kept or sent.</summary>
    /// <param name="definition">The company as it may come to be.</param>
    MessageExample ExampleFor(CompanyDefinition definition);
}
