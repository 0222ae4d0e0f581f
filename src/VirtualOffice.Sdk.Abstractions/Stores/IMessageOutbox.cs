using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Deliveries that are to be made, written in the same transaction as the journal. Safe for concurrent use, also by several hosts.</summary>
public interface IMessageOutbox
{
    /// <summary>Claims deliveries that are due, the longest due first. A claim that is not settled by its end is free again.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="now">The time by which they are due, UTC.</param>
    /// <param name="until">When the claim ends, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Writes what became of a claimed delivery: its state, attempts, due time and last error. A delivery already delivered or failed stays as it is.</summary>
    Task SettleAsync(MessageDelivery delivery, CancellationToken cancellationToken);

    /// <summary>The deliveries of a call's messages, ordered by message and recipient.</summary>
    Task<IReadOnlyList<MessageDelivery>> ReadAsync(CallId call, CancellationToken cancellationToken);
}
