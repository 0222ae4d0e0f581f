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
}
