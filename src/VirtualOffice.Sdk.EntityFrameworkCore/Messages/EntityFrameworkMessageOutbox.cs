using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>The outbox in a database; the journal's appends fill it.</summary>
internal sealed class EntityFrameworkMessageOutbox(OfficeDatabase database, StoreWriter writer, ILogger<EntityFrameworkMessageOutbox> logger) : IMessageOutbox
{
    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        return writer.WriteAsync(new ClaimWrite(max, now, until, logger), cancellationToken);
    }

    public Task SettleAsync(MessageDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return writer.WriteAsync(new SettleWrite(delivery), cancellationToken);
    }

    public async Task<IReadOnlyList<MessageDelivery>> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        var id = call.ToString();
        var rows = await database.ReadAsync(
            context => context.Deliveries.Where(d => d.CallId == id).OrderBy(d => d.MessageId).ThenBy(d => d.Number).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    private static MessageDelivery Read(DeliveryRow row) => new(
        new DeliveryId(MessageId.Parse(row.MessageId), row.Number),
        CallId.Parse(row.CallId),
        CompanyId.Parse(row.Company),
        row.Channel,
        row.Recipient,
        Enum.Parse<DeliveryState>(row.State),
        row.Attempts,
        new DateTimeOffset(row.DueAt, TimeSpan.Zero),
        row.LastError);
}
