using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What waits for a person at one company, as it was last read. Safe for concurrent use.</summary>
internal sealed class WorkList(CompanyId company, IVirtualOffice office, TimeProvider clock)
{
    private const int MaxItems = 100;

    // What the retention takes away is told by nobody.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<DeskWorkView>? _reading;
    private DateTimeOffset _readAt;
    private DeskWorkView? _known;

    /// <summary>It may be another: whoever asks from now on gets it read anew.</summary>
    public void Touch()
    {
        lock (_gate)
        {
            _reading = null;
        }
    }

    public Task<DeskWorkView> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_reading is null or { IsFaulted: true } or { IsCanceled: true } || now - _readAt > MaxAge)
            {
                // Nobody's request: others wait for it as well. Whoever holds the lock does not wait for a store.
                (_reading, _readAt) = (Task.Run(LoadAsync, CancellationToken.None), now);
            }

            return _reading.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Whether it is another than when this was last asked. One asks at a time.</summary>
    public async Task<bool> HasChangedAsync(CancellationToken cancellationToken)
    {
        var (before, now) = (_known, await ReadAsync(cancellationToken).ConfigureAwait(false));
        _known = now;
        return before is null || !before.Deliveries.SequenceEqual(now.Deliveries) || !before.Callbacks.SequenceEqual(now.Callbacks);
    }

    private async Task<DeskWorkView> LoadAsync()
    {
        var scope = TenantScope.Of(company);
        var deliveries = await office.Messages.ListAsync(new DeliveryFilter(scope, DeliveryState.Failed, null, MaxItems) { UnacknowledgedOnly = true }).ConfigureAwait(false);
        var callbacks = await office.Callbacks.ListAsync(new CallbackFilter(scope, null, MaxItems, false)).ConfigureAwait(false);
        return new DeskWorkView([.. deliveries.Select(DeliveryItem.Of)], [.. callbacks.Select(CallbackItem.Of)]);
    }
}
