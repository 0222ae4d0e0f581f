using VirtualOffice.Sdk.Auditing;

namespace VirtualOffice.Sdk.Stores;

/// <summary>The audit in memory.</summary>
internal sealed class InMemoryAuditStore : IAuditStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<AuditId, AuditEntry> _entries = new(Comparer<AuditId>.Create((a, b) => b.CompareTo(a)));

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            _entries.TryAdd(entry.Id, entry);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Limit is < 1 or > 500)
        {
            throw new ArgumentException($"The limit is {filter.Limit}; allowed is 1 to 500.", nameof(filter));
        }

        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<AuditEntry>>([.. _entries.Values.Where(e => IsIn(e, filter)).Take(filter.Limit)]);
        }
    }

    private static bool IsIn(AuditEntry entry, AuditFilter filter) =>
        (filter.Scope.Company is not { } company || entry.Company == company)
        && (filter.Before is not { } before || entry.Id < before)
        && (filter.By is not { } by || entry.By == by)
        && (filter.Act is not { } act || entry.Act == act)
        && (filter.Call is not { } call || entry.Call == call)
        && (filter.From is not { } from || entry.At >= from)
        && (filter.Until is not { } until || entry.At < until);
}
