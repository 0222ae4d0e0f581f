using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class StoreWriterTests : IAsyncDisposable
{
    private readonly TestDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task WriteAsync_AskedForDuringAWrite_ShareTheNextTransaction()
    {
        var host = await _database.StartHostAsync();
        var writer = host.Get<StoreWriter>();
        var (gate, first) = await HoldAsync(writer, Cancel);
        var probes = Enumerable.Range(0, StoreWriter.MaxBatch + 1).Select(_ => writer.WriteAsync(new Probe(), Cancel)).ToList();

        gate.SetResult();

        var held = await first;
        var transactions = await Task.WhenAll(probes);
        var shared = Assert.Single(transactions.Take(StoreWriter.MaxBatch).Distinct());
        Assert.NotEqual(held, shared);
        Assert.NotEqual(shared, transactions[^1]);
    }

    [Fact]
    public async Task WriteAsync_OneOfABatchIsRefused_TheOthersAreWritten()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        var (gate, first) = await HoldAsync(host.Get<StoreWriter>(), Cancel);
        var before = host.Journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel);
        var refused = host.Journal.AppendAsync(Samples.Append(call, 7, Samples.Ended()), Cancel);
        var broken = host.Operators.SaveAsync(new OperatorWish(default, OperatorPresence.Available, null, Samples.At), Cancel);
        var after = host.Journal.AppendAsync(Samples.Append(call, 2, new CallAnswered(Samples.At)), Cancel);

        gate.SetResult();

        await first;
        await before;
        await after;
        await Assert.ThrowsAsync<JournalConflictException>(() => refused);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => broken);
        Assert.Equal(3, (await host.Journal.ReadAsync(call, Cancel))!.Events.Count);
    }

    [Fact]
    public async Task WriteAsync_TransactionFails_NothingIsAcknowledgedAndTheNextWorks()
    {
        var host = await _database.StartHostAsync();
        var (good, bad) = (Samples.NewCall(), Samples.NewCall());
        await _database.ExecuteAsync($"""CREATE TRIGGER full BEFORE INSERT ON "Calls" WHEN NEW."Id" = '{bad}' BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END""");
        var (gate, first) = await HoldAsync(host.Get<StoreWriter>(), Cancel);
        var shared = host.Journal.AppendAsync(Samples.First(good, Samples.Fox), Cancel);
        var full = host.Journal.AppendAsync(Samples.First(bad, Samples.Fox), Cancel);

        gate.SetResult();

        await first;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => shared);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => full);
        Assert.Contains("disk is full", error.Message, StringComparison.Ordinal);
        Assert.Null(await host.Journal.ReadAsync(good, Cancel));
        await host.Journal.AppendAsync(Samples.First(good, Samples.Fox), Cancel);
        Assert.NotNull(await host.Journal.ReadAsync(good, Cancel));
    }

    [Fact]
    public async Task WriteAsync_AnotherProcessHoldsTheLock_IsStoreUnavailableAndReadingGoesOn()
    {
        await using var host = new TestHost($"Data Source={_database.File};Default Timeout=1");
        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);
        var call = Samples.NewCall();
        await host.Journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel);
        await using (await _database.LockAsync())
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(
                () => host.Journal.AppendAsync(Samples.Append(call, 2, new CallAnswered(Samples.At)), Cancel));

            Assert.Contains("locked", error.Message, StringComparison.Ordinal);
            Assert.Equal(2, (await host.Journal.ReadAsync(call, Cancel))!.Events.Count);
        }

        await host.Journal.AppendAsync(Samples.Append(call, 2, new CallAnswered(Samples.At)), Cancel);
    }

    [Fact]
    public async Task WriteAsync_CancelledBeforeItBegan_IsNotWritten()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        using var cancel = new CancellationTokenSource();
        var (gate, first) = await HoldAsync(host.Get<StoreWriter>(), Cancel);
        var append = host.Journal.AppendAsync(Samples.First(call, Samples.Fox), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        gate.SetResult();
        await first;
        await host.Journal.CheckAsync(Cancel);
        Assert.Null(await host.Journal.ReadAsync(call, Cancel));
    }

    [Fact]
    public async Task WriteAsync_CancelledAfterItBegan_IsWrittenAndSaysSo()
    {
        var host = await _database.StartHostAsync();
        using var cancel = new CancellationTokenSource();
        var (gate, first) = await HoldAsync(host.Get<StoreWriter>(), cancel.Token);

        await cancel.CancelAsync();
        gate.SetResult();

        Assert.NotEqual(Guid.Empty, await first);
    }

    [Fact]
    public async Task DisposeAsync_WritesUnderWay_AreFinishedAndLaterOnesRefused()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        var (gate, first) = await HoldAsync(host.Get<StoreWriter>(), Cancel);
        var journal = host.Journal;
        var append = journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel);
        var dispose = host.DisposeAsync();

        gate.SetResult();

        await first;
        await append;
        await dispose;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => journal.AppendAsync(Samples.First(Samples.NewCall(), Samples.Fox), Cancel));
        Assert.Equal(1, await _database.ExecuteAsync("""SELECT COUNT(*) FROM "Calls" """));
    }

    /// <summary>Keeps the writer busy until the gate is opened.</summary>
    private static async Task<(TaskCompletionSource Gate, Task<Guid> Write)> HoldAsync(StoreWriter writer, CancellationToken cancellationToken)
    {
        var probe = new Probe { Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        var write = writer.WriteAsync(probe, cancellationToken);
        await probe.Begun.Task;
        return (probe.Gate, write);
    }

    /// <summary>Tells in which transaction it was executed.</summary>
    private sealed class Probe : StoreWrite<Guid>
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource? Gate { get; init; }

        protected override async Task<Guid> WriteAsync(StoreSession session)
        {
            Begun.TrySetResult();
            await (Gate?.Task ?? Task.CompletedTask);
            return session.Context.Database.CurrentTransaction!.TransactionId;
        }
    }
}
