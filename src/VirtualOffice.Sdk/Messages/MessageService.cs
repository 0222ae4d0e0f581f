using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Reads deliveries from the outbox.</summary>
internal sealed class MessageService(IMessageOutbox outbox) : IMessages
{
    public Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default) =>
        outbox.ReadAsync(call, cancellationToken);
}
