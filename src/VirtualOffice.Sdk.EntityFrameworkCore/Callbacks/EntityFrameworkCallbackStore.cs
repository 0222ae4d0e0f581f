using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

#pragma warning disable CA1309 // string.Compare becomes the database's own comparison; ids are of ASCII characters only.

/// <summary>Call-back tasks in a database; the journal's appends write them.</summary>
internal sealed class EntityFrameworkCallbackStore(OfficeDatabase database, StoreWriter writer) : ICallbackStore
{
    public async Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        PageLimit.Check(filter.Limit, nameof(filter));
        var rows = await database.ReadAsync(
            context => Filter(context.Callbacks, filter).OrderBy(c => c.CallId).Take(filter.Limit).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(ViewReading.Callback)];
    }

    public async Task<CallbackTask?> FindAsync(CallId call, CancellationToken cancellationToken)
    {
        var id = call.ToString();
        var row = await database.ReadAsync(context => context.Callbacks.SingleOrDefaultAsync(c => c.CallId == id, cancellationToken), cancellationToken).ConfigureAwait(false);
        return row is null ? null : ViewReading.Callback(row);
    }

    public Task<bool> EndAsync(CallId call, CallbackEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        return writer.WriteAsync(new EndCallbackWrite(call, end), cancellationToken);
    }

    public Task<long> CountOpenAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Callbacks.Where(c => c.EndedAt == null).LongCountAsync(cancellationToken), cancellationToken);

    private static IQueryable<CallbackRow> Filter(IQueryable<CallbackRow> callbacks, CallbackFilter filter)
    {
        if (filter.Scope.Company is { Value: var company })
        {
            callbacks = callbacks.Where(c => c.Company == company);
        }

        if (!filter.WithEnded)
        {
            callbacks = callbacks.Where(c => c.EndedAt == null);
        }

        return filter.After?.ToString() is { } after ? callbacks.Where(c => string.Compare(c.CallId, after) > 0) : callbacks;
    }
}
