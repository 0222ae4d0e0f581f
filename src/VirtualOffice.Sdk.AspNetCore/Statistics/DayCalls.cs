using System.Collections.Concurrent;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>
/// The calls of the last day, as the journal has them: read once, and from then on every call again when it has ended. What is asked for many times a minute is counted from here and not from the store.
/// </summary>
internal sealed class DayCalls(IVirtualOffice office, DeskFeed feed, OfficeRuntime runtime) : IDisposable
{
    /// <summary>How far back it goes: a day of any time zone, also one of 25 hours.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(25);

    private const int PageSize = 500;

    private readonly ConcurrentDictionary<CallId, OfferedCall> _calls = new();
    private readonly SemaphoreSlim _reading = new(1);
    private bool _isRead;

    /// <summary>The calls that came to wait at this time or later, those that are up among them.</summary>
    public async Task<IReadOnlyCollection<OfferedCall>> ListAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await (_isRead ? FollowAsync(cancellationToken) : ReadAsync(cancellationToken));
        }
        finally
        {
            _reading.Release();
        }

        // A call that is up may be answered any moment, so that it is looked at anew.
        var calls = new Dictionary<CallId, OfferedCall>(_calls);
        foreach (var live in feed.Live)
        {
            if (await office.Calls.FindAsync(live, cancellationToken) is { } record && OfferedCall.Of(record) is { } offered)
            {
                calls[live] = offered;
            }
        }

        return calls.Values;
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        // What ends while the journal is read is read once more.
        feed.TakeEnded();
        var since = runtime.Clock.GetUtcNow() - Reach;
        CallId? before = null;
        while (true)
        {
            var page = await office.Calls.ListAsync(new CallQuery(TenantScope.Office, before, PageSize), cancellationToken);
            foreach (var record in page.Where(r => r.ReceivedAt >= since && r.Outcome is not null))
            {
                Keep(record);
            }

            if (page.Count < PageSize || page[^1].ReceivedAt < since)
            {
                break;
            }

            before = page[^1].Id;
        }

        _isRead = true;
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (feed.TakeEnded() is not { } ended)
        {
            // Events were missed.
            _isRead = false;
            _calls.Clear();
            await ReadAsync(cancellationToken);
            return;
        }

        foreach (var call in ended)
        {
            if (await office.Calls.FindAsync(call, cancellationToken) is { } record)
            {
                Keep(record);
            }
        }

        var since = runtime.Clock.GetUtcNow() - Reach;
        foreach (var (call, offered) in _calls)
        {
            if (offered.At < since)
            {
                _calls.TryRemove(call, out _);
            }
        }
    }

    private void Keep(CallRecord record)
    {
        if (OfferedCall.Of(record) is { } offered)
        {
            _calls[record.Id] = offered;
        }
    }
}
