using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Auditing;

/// <summary>The audit in memory, which can be away, hang, or have written what it says it has not.</summary>
internal sealed class FaultyAuditStore : IAuditStore
{
    private readonly InMemoryAuditStore _store = new();

    public bool IsAway { get; set; }

    public bool WritesWhileAway { get; set; }

    /// <summary>What an append waits for.</summary>
    public Task Pace { get; set; } = Task.CompletedTask;

    public int Attempts { get; private set; }

    public IReadOnlyList<AuditEntry> Entries => _store.ListAsync(new AuditFilter(TenantScope.Office, Limit: 500), CancellationToken.None).GetAwaiter().GetResult();

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        Attempts++;
        await Pace;
        if (IsAway && !WritesWhileAway)
        {
            throw new StoreUnavailableException("The database is away.");
        }

        await _store.AppendAsync(entry, cancellationToken);
        if (IsAway)
        {
            throw new StoreUnavailableException("Nobody knows whether it was written.");
        }
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, CancellationToken cancellationToken) => _store.ListAsync(filter, cancellationToken);
}
