using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>The stores as the conformance suites want them: reopening them is a new host on the same file, while the old one is still there.</summary>
public sealed class StoreBench : IJournalTestBench, IStoreTestBench<IOperatorStore>, IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private TestHost? _host;

    public ICallJournal Journal => _host!.Journal;

    public IMessageOutbox Outbox => _host!.Outbox;

    public IOperatorStore Store => _host!.Operators;

    public async Task ReopenAsync(CancellationToken cancellationToken) => _host = await _database.StartHostAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
