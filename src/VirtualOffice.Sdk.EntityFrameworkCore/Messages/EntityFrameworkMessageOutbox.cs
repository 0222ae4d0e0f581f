using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

#pragma warning disable CA1309 // string.Compare becomes the database's own comparison; ids are of hexadecimal digits only.

/// <summary>The outbox in a database; the journal's appends fill it.</summary>
internal sealed class EntityFrameworkMessageOutbox(OfficeDatabase database, StoreWriter writer, ILogger<EntityFrameworkMessageOutbox> logger) : IMessageOutbox
{
    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int max, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        return writer.WriteAsync(new ClaimWrite(max, now, until, logger), cancellationToken);
    }

    public Task ReleaseClaimsAsync(CancellationToken cancellationToken) => writer.WriteAsync(new ReleaseClaimsWrite(), cancellationToken);

    public Task SettleAsync(DeliverySettlement settlement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return writer.WriteAsync(new SettleWrite(settlement), cancellationToken);
    }

    public Task<bool> ReopenAsync(DeliveryId delivery, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        writer.WriteAsync(new ReopenWrite(delivery, dueAt), cancellationToken);

    public Task<MessageAcknowledgement?> AcknowledgeAsync(MessageAcknowledgement acknowledgement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        return writer.WriteAsync(new AcknowledgeWrite(acknowledgement), cancellationToken);
    }

    public async Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken)
    {
        var id = message.ToString();
        var row = await database.ReadAsync(
            context => context.Messages.SingleOrDefaultAsync(m => m.Id == id && m.AcknowledgedAt != null, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return row is null
            ? null
            : new MessageAcknowledgement(
                message, new DateTimeOffset(row.AcknowledgedAt!.Value, TimeSpan.Zero), row.AcknowledgedBy!, Enum.Parse<AcknowledgementMethod>(row.AcknowledgedHow!));
    }

    public async Task<MessageDelivery?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        var message = delivery.Message.ToString();
        var row = await database.ReadAsync(
            context => context.Deliveries.SingleOrDefaultAsync(d => d.MessageId == message && d.Number == delivery.Number, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<MessageDelivery>> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        var id = call.ToString();
        var rows = await database.ReadAsync(
            context => context.Deliveries.Where(d => d.CallId == id).OrderBy(d => d.MessageId).ThenBy(d => d.Number).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    public async Task<IReadOnlyList<RecordedAttempt>> ReadAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        var message = delivery.Message.ToString();
        var rows = await database.ReadAsync(
            context => context.Attempts.Where(a => a.MessageId == message && a.Number == delivery.Number).OrderBy(a => a.Attempt).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(a => new RecordedAttempt(
                delivery, a.Attempt, new DateTimeOffset(a.At, TimeSpan.Zero), new DeliveryAttempt(Enum.Parse<DeliveryOutcome>(a.Outcome), a.Detail))),
        ];
    }

    public async Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        PageLimit.Check(filter.Limit, nameof(filter));
        var rows = await database.ReadAsync(context => Filter(context, filter).ToListAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    public async Task<OutboxCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.UtcTicks;
        var rows = await database.ReadAsync(
            context => context.Database.SqlQuery<CountRow>(
                $"""
                SELECT "State" AS "Kind", COUNT(*) AS "Count", MIN(CASE WHEN "EscalatedAt" IS NULL THEN "CreatedAt" END) AS "Oldest"
                FROM "Deliveries" WHERE "CreatedAt" >= {from} GROUP BY "State"
                """).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        var pending = Of(DeliveryState.Pending);
        return new OutboxCounts(
            rows.Sum(r => r.Count),
            pending?.Count ?? 0,
            Of(DeliveryState.Delivered)?.Count ?? 0,
            Of(DeliveryState.Failed)?.Count ?? 0,
            pending?.Oldest is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null)
        {
            Cancelled = Of(DeliveryState.Cancelled)?.Count ?? 0,
            Passed = Of(DeliveryState.Passed)?.Count ?? 0,
            Held = Of(DeliveryState.Held)?.Count ?? 0,
        };

        CountRow? Of(DeliveryState state) => rows.Find(r => r.Kind == state.ToString());
    }

    private static IQueryable<DeliveryRow> Filter(OfficeDbContext context, DeliveryFilter filter)
    {
        IQueryable<DeliveryRow> rows = context.Deliveries;
        if (filter.Scope.Company is { Value: var company })
        {
            rows = rows.Where(d => d.Company == company);
        }

        if (filter.State?.ToString() is { } state)
        {
            rows = rows.Where(d => d.State == state);
        }

        if (filter.EscalatedOnly)
        {
            rows = rows.Where(d => d.EscalatedAt != null);
        }

        if (filter.UnacknowledgedOnly)
        {
            rows = rows.Where(d => !context.Messages.Any(m => m.Id == d.MessageId && m.AcknowledgedAt != null));
        }

        if (filter.After is { } after)
        {
            // The first condition is what an index is sought by.
            var (message, number) = (after.Message.ToString(), after.Number);
            rows = rows.Where(d => string.Compare(d.MessageId, message) >= 0 && (string.Compare(d.MessageId, message) > 0 || d.Number > number));
        }

        return rows.OrderBy(d => d.MessageId).ThenBy(d => d.Number).Take(filter.Limit);
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
        row.LastError)
    {
        CreatedAt = new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
        EscalatedAt = row.EscalatedAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        UnlessAcknowledged = row.UnlessAcknowledged,
        FollowsFailure = row.FollowsFailure,
        Turn = row.Turn,
    };
}
