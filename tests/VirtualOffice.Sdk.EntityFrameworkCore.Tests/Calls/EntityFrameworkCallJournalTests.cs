using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class EntityFrameworkCallJournalTests : IAsyncDisposable
{
    private readonly TestDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task AppendAsync_EveryKindOfEvent_IsReadBackByAnotherHost()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        var events = Samples.EveryEvent(call);
        var deliveries = new[] { Samples.Delivery(events.OfType<MessageTaken>().Single().Message, 1, Samples.At) };

        await host.Journal.AppendAsync(new JournalAppend(call, 0, [.. events.Take(5)], []), Cancel);
        await host.Journal.AppendAsync(new JournalAppend(call, 5, [.. events.Skip(5)], deliveries), Cancel);

        var other = await _database.StartHostAsync();
        var history = await other.Journal.ReadAsync(call, Cancel);
        Assert.NotNull(history);
        Assert.Equal(call, history.Call);
        Assert.Equal(events.Count, history.Events.Count);
        Assert.All(events.Zip(history.Events), pair => Samples.AssertEqual(pair.First, pair.Second));
        Assert.Equal(deliveries, await other.Outbox.ReadAsync(call, Cancel));
    }

    [Fact]
    public async Task ReadAsync_UnknownCall_IsNull()
    {
        var host = await _database.StartHostAsync();

        Assert.Null(await host.Journal.ReadAsync(Samples.NewCall(), Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task AppendAsync_AtAnotherVersion_IsAConflictAndWritesNothing(long expected)
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        await host.Journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel);

        var conflict = await Assert.ThrowsAsync<JournalConflictException>(
            () => host.Journal.AppendAsync(Samples.Append(call, expected, new CallAnswered(Samples.At)), Cancel));

        Assert.Equal((call, expected), (conflict.Call, conflict.ExpectedVersion));
        Assert.Equal(2, (await host.Journal.ReadAsync(call, Cancel))!.Events.Count);
    }

    [Fact]
    public async Task AppendAsync_ToACallThatIsNotThere_IsAConflict()
    {
        var host = await _database.StartHostAsync();

        await Assert.ThrowsAsync<JournalConflictException>(
            () => host.Journal.AppendAsync(Samples.Append(Samples.NewCall(), 1, new CallAnswered(Samples.At)), Cancel));
    }

    [Fact]
    public async Task AppendAsync_TwoHostsRacingForEveryVersion_OneWinsEach()
    {
        const int Versions = 25;
        var hosts = new[] { await _database.StartHostAsync(), await _database.StartHostAsync() };
        var call = Samples.NewCall();
        await hosts[0].Journal.AppendAsync(Samples.Append(call, 0, Samples.Received()), Cancel);

        for (var version = 1; version <= Versions; version++)
        {
            var expected = version;
            var results = await Task.WhenAll(hosts.Select((host, i) => Task.Run(
                async () =>
                {
                    try
                    {
                        await host.Journal.AppendAsync(Samples.Append(call, expected, new CallAnswered(Samples.At.AddTicks(i))), Cancel);
                        return true;
                    }
                    catch (JournalConflictException)
                    {
                        return false;
                    }
                },
                Cancel)));
            Assert.Single(results, won => won);
        }

        Assert.Equal(Versions + 1, (await hosts[0].Journal.ReadAsync(call, Cancel))!.Events.Count);
    }

    [Fact]
    public async Task AppendAsync_ManyCallsAtOnceOnTwoHosts_AllAreThereWithoutGaps()
    {
        const int Calls = 40;
        const int Appends = 5;
        var hosts = new[] { await _database.StartHostAsync(), await _database.StartHostAsync() };
        var calls = Enumerable.Range(0, Calls).Select(_ => Samples.NewCall()).ToList();

        await Task.WhenAll(calls.Select((call, i) => Task.Run(
            async () =>
            {
                await hosts[i % 2].Journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel);
                for (var version = 2; version < Appends + 2; version++)
                {
                    await hosts[(i + version) % 2].Journal.AppendAsync(Samples.Append(call, version, new CallAnswered(Samples.At.AddTicks(version))), Cancel);
                }
            },
            Cancel)));

        var open = await hosts[0].Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal(calls, open.Select(h => h.Call));
        Assert.All(open, h => Assert.Equal(Appends + 2, h.Events.Count));
    }

    [Fact]
    public async Task AppendAsync_DeliveryThatExistsAlready_WritesNothingOfTheAppend()
    {
        var host = await _database.StartHostAsync();
        var (first, second) = (Samples.NewCall(), Samples.NewCall());
        var message = Samples.Message(first);
        await host.Journal.AppendAsync(new JournalAppend(first, 0, [Samples.Received(), new MessageTaken(Samples.At, message)], [Samples.Delivery(message, 1, Samples.At)]), Cancel);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.AppendAsync(
            new JournalAppend(second, 0, [Samples.Received(), new MessageTaken(Samples.At, message)], [Samples.Delivery(message, 1, Samples.At)]), Cancel));

        Assert.Null(await host.Journal.ReadAsync(second, Cancel));
    }

    [Fact]
    public async Task AppendAsync_NotAnAppend_IsAnArgumentException()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Journal.AppendAsync(Samples.Append(call, 0), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Journal.AppendAsync(Samples.Append(call, -1, Samples.Received()), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Journal.AppendAsync(
            new JournalAppend(call, 0, [Samples.Received()], [Samples.Delivery(Samples.Message(call), 1, Samples.At)]), Cancel));
    }

    [Fact]
    public async Task ReadOpenAsync_SomeClosed_GivesTheOthersOldestFirst()
    {
        var host = await _database.StartHostAsync();
        var calls = Enumerable.Range(0, 450).Select(_ => Samples.NewCall()).ToList();
        await Task.WhenAll(calls.Select(c => host.Journal.AppendAsync(Samples.First(c, Samples.Fox), Cancel)));
        var closed = calls.Where((_, i) => i % 3 == 0).ToList();
        await Task.WhenAll(closed.Select(c => host.Journal.AppendAsync(Samples.Append(c, 2, Samples.Ended(), new CallClosed(Samples.At)), Cancel)));

        var open = await host.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal(calls.Except(closed), open.Select(h => h.Call));
        Assert.All(open, h => Assert.Equal(2, h.Events.Count));
    }

    [Fact]
    public async Task ReadOpenAsync_AppendsWhileReading_AreNotInTheWay()
    {
        var host = await _database.StartHostAsync();
        var calls = Enumerable.Range(0, 5).Select(_ => Samples.NewCall()).ToList();
        await Task.WhenAll(calls.Select(c => host.Journal.AppendAsync(Samples.First(c, Samples.Fox), Cancel)));

        await foreach (var history in host.Journal.ReadOpenAsync(Cancel))
        {
            await host.Journal.AppendAsync(Samples.Append(history.Call, 2, Samples.Ended(), new CallClosed(Samples.At)), Cancel);
        }

        Assert.Empty(await host.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task ReadPageAsync_PageAfterPage_GivesEveryCallOnceNewestFirst()
    {
        var host = await _database.StartHostAsync();
        var calls = Enumerable.Range(0, 25).Select(_ => Samples.NewCall()).ToList();
        await Task.WhenAll(calls.Select(c => host.Journal.AppendAsync(Samples.First(c, Samples.Fox), Cancel)));

        var pages = new List<CallId>();
        for (CallId? before = null; ;)
        {
            var page = await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Office, before, 10), Cancel);
            if (page.Count == 0)
            {
                break;
            }

            Assert.InRange(page.Count, 5, 10);
            pages.AddRange(page.Select(h => h.Call));
            before = page[^1].Call;
        }

        Assert.Equal(calls.AsEnumerable().Reverse(), pages);
    }

    [Fact]
    public async Task ReadPageAsync_ScopeOfACompany_GivesItsCallsOnly()
    {
        var host = await _database.StartHostAsync();
        var (fox, owl, unplanned) = (Samples.NewCall(), Samples.NewCall(), Samples.NewCall());
        await host.Journal.AppendAsync(Samples.First(fox, Samples.Fox), Cancel);
        await host.Journal.AppendAsync(Samples.First(owl, Samples.Owl), Cancel);
        await host.Journal.AppendAsync(Samples.Append(unplanned, 0, Samples.Received()), Cancel);

        var ofFox = await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Samples.Fox)), Cancel);
        var beforeFox = await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Samples.Fox), Before: fox), Cancel);
        var ofOffice = await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Office), Cancel);

        Assert.Equal([fox], ofFox.Select(h => h.Call));
        Assert.Empty(beforeFox);
        Assert.Equal([unplanned, owl, fox], ofOffice.Select(h => h.Call));
    }

    [Fact]
    public async Task ReadPageAsync_PlannedLater_IsInItsCompanysScope()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        await host.Journal.AppendAsync(Samples.Append(call, 0, Samples.Received()), Cancel);
        await host.Journal.AppendAsync(Samples.Append(call, 1, Samples.Planned(Samples.Owl)), Cancel);
        await host.Journal.AppendAsync(Samples.Append(call, 2, new CallAnswered(Samples.At)), Cancel);

        Assert.Single(await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Samples.Owl)), Cancel));
        Assert.Empty(await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Samples.Fox)), Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task ReadPageAsync_LimitOutOfRange_IsAnArgumentException(int limit)
    {
        var host = await _database.StartHostAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Journal.ReadPageAsync(new CallQuery(TenantScope.Office, null, limit), Cancel));
    }

    [Theory]
    [InlineData("""UPDATE "CallEvents" SET "Json" = '{"type":"fromTheFuture","at":"2026-03-04T05:06:07Z"}' WHERE "Sequence" = 2 AND "CallId" = '{0}'""")]
    [InlineData("""DELETE FROM "CallEvents" WHERE "Sequence" = 1 AND "CallId" = '{0}'""")]
    public async Task Read_JournalThatCannotBeRead_LosesNoOtherCall(string damage)
    {
        var host = await _database.StartHostAsync();
        var (bad, good) = (Samples.NewCall(), Samples.NewCall());
        await host.Journal.AppendAsync(Samples.First(bad, Samples.Fox), Cancel);
        await host.Journal.AppendAsync(Samples.First(good, Samples.Fox), Cancel);
        await _database.ExecuteAsync(damage.Replace("{0}", bad.ToString(), StringComparison.Ordinal));

        Assert.Equal([good], (await host.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel)).Select(h => h.Call));
        Assert.Equal([good], (await host.Journal.ReadPageAsync(new CallQuery(TenantScope.Office), Cancel)).Select(h => h.Call));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.ReadAsync(bad, Cancel));
        Assert.Contains(bad.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledged_AfterACrash_IsAllThere()
    {
        var host = await _database.StartHostAsync();
        var calls = Enumerable.Range(0, 20).Select(_ => Samples.NewCall()).ToList();
        await Task.WhenAll(calls.Select(c => host.Journal.AppendAsync(Samples.First(c, Samples.Fox), Cancel)));

        // The first host is still running: nothing was closed or tidied up.
        await using var after = _database.CopyAsAfterCrash();
        var restarted = await after.StartHostAsync();

        Assert.Equal(calls, (await restarted.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel)).Select(h => h.Call));
        await restarted.Journal.AppendAsync(Samples.Append(calls[0], 2, new CallAnswered(Samples.At)), Cancel);
    }

    [Fact]
    public async Task Everything_WhenTheDatabaseCannotBeOpened_IsStoreUnavailable()
    {
        await using var host = new TestHost($"Data Source={_database.File}/not/there.db");
        var call = Samples.NewCall();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.ReadAsync(call, Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.ReadPageAsync(new CallQuery(TenantScope.Office), Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Outbox.ReadAsync(call, Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Outbox.ClaimAsync(1, Samples.At, Samples.At, Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Operators.ReadAllAsync(Cancel));
    }
}
