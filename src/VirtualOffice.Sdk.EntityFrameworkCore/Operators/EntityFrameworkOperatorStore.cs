using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Operators' wishes in a database.</summary>
internal sealed class EntityFrameworkOperatorStore(OfficeDatabase database, StoreWriter writer) : IOperatorStore
{
    public Task SaveAsync(OperatorWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return writer.WriteAsync(new SaveWishWrite(wish), cancellationToken);
    }

    public async Task<IReadOnlyList<OperatorWish>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            context => context.OperatorWishes.OrderBy(w => w.Operator).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(w => new OperatorWish(
                OperatorId.Parse(w.Operator), Enum.Parse<OperatorPresence>(w.Presence), w.Reason, new DateTimeOffset(w.At, TimeSpan.Zero))),
        ];
    }
}
