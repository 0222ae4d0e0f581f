using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Messages taken and how their delivery stands. Safe for concurrent use.</summary>
public interface IMessages
{
    /// <summary>The deliveries of all messages of a call, ordered by message and recipient.</summary>
    Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default);
}
