using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>What is PostgreSQL's alone.</summary>
[Collection(PostgreSqlServer.Collection)]
public sealed class PostgreSqlTests(PostgreSqlServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MigrateOfficeDatabaseAsync_ManyHostsAtOnceOnNothing_AllSucceed()
    {
        await using var database = await server.CreateDatabaseAsync(isEmpty: true);
        var hosts = Enumerable.Range(0, 6).Select(_ => database.AddHost()).ToList();

        await Task.WhenAll(hosts.Select(h => Task.Run(() => h.Provider.MigrateOfficeDatabaseAsync(Cancel), Cancel)));

        await Task.WhenAll(hosts.Select(h => h.Journal.CheckAsync(Cancel)));
        using var context = hosts[0].Get<IDbContextFactory<OfficeDbContext>>().CreateDbContext();
        Assert.Equal((long)context.Database.GetMigrations().Count(), await database.ExecuteAsync("""SELECT COUNT(*) FROM "__EFMigrationsHistory" """));
    }

    [Fact]
    public async Task CheckAsync_TablesThatAreNotThere_NamesTheCallThatMakesThem()
    {
        await using var database = await server.CreateDatabaseAsync(isEmpty: true);
        var host = database.AddHost();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("MigrateOfficeDatabaseAsync()", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("synchronous_commit", "off", "synchronous_commit is off")]
    [InlineData("default_transaction_read_only", "on", "read-only")]
    public async Task CheckAsync_SettingThatLosesWhatIsAcknowledged_IsRefusedByName(string setting, string value, string expected)
    {
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET {setting} = {value}");
        var host = database.AddHost();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_DatabaseOfAnotherEncoding_IsRefused()
    {
        await using var database = await server.CreateDatabaseAsync(isEmpty: true);
        await server.ExecuteAsync("postgres", "DROP DATABASE IF EXISTS vo_latin");
        await server.ExecuteAsync("postgres", "CREATE DATABASE vo_latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        await using var host = new TestHost(db => db.UseNpgsql(server.ConnectionString("vo_latin")));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("encoding is LATIN1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_RetryingStrategy_IsRefused()
    {
        await using var database = await server.CreateDatabaseAsync();
        await using var host = new TestHost(db => db.UseNpgsql(server.ConnectionString(database.Name), npgsql => npgsql.EnableRetryOnFailure()));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("EnableRetryOnFailure", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AppendAsync_ConnectionsWereCut_IsUnavailableOnceAndWorksAgain()
    {
        await using var database = await server.CreateDatabaseAsync();
        var host = await database.StartHostAsync();
        var call = Samples.NewCall();
        await host.Journal.AppendAsync(Samples.First(call, Samples.Fox), Cancel);
        Assert.NotNull(await host.Journal.ReadAsync(call, Cancel));
        await server.ExecuteAsync("postgres", $"SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{database.Name}'");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.AppendAsync(Samples.Append(call, 2, new CallAnswered(Samples.At)), Cancel));
        await host.Journal.AppendAsync(Samples.Append(call, 2, new CallAnswered(Samples.At)), Cancel);

        Assert.Equal(3, (await host.Journal.ReadAsync(call, Cancel))!.Events.Count);
    }

    [Fact]
    public async Task Everything_NoServer_IsStoreUnavailable()
    {
        await using var database = await server.CreateDatabaseAsync();
        await using var host = new TestHost(db => db.UseNpgsql("Host=127.0.0.1;Port=1;Username=office;Timeout=2"));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.ReadAsync(Samples.NewCall(), Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Get<ICallIndex>().CountAsync(Samples.At, Cancel));
    }

    [Fact]
    public async Task WriteAsync_TwoHostsTakeTwoRowsInTurns_BothAreWritten()
    {
        await using var database = await server.CreateDatabaseAsync();
        var hosts = new[] { await database.StartHostAsync(), await database.StartHostAsync() };

        for (var round = 0; round < 10; round++)
        {
            // Each transaction updates the same two rows in the other order: the server must give one of them up.
            await Task.WhenAll(
                Task.Run(() => hosts[0].Get<StoreWriter>().WriteAsync(new TwoRowsWrite("a", "b"), Cancel), Cancel),
                Task.Run(() => hosts[1].Get<StoreWriter>().WriteAsync(new TwoRowsWrite("b", "a"), Cancel), Cancel));
        }

        Assert.Equal("20", await hosts[0].Get<IBookmarkStore>().ReadAsync("a", Cancel));
        Assert.Equal("20", await hosts[0].Get<IBookmarkStore>().ReadAsync("b", Cancel));
    }

    [Fact]
    public async Task AppendAsync_TwoHostsRacingForEveryVersion_OneWinsEach()
    {
        const int Versions = 25;
        await using var database = await server.CreateDatabaseAsync();
        var hosts = new[] { await database.StartHostAsync(), await database.StartHostAsync() };
        var call = Samples.NewCall();
        await hosts[0].Journal.AppendAsync(Samples.Append(call, 0, Samples.Received()), Cancel);

        for (var version = 1; version <= Versions; version++)
        {
            var expected = version;
            var won = await Task.WhenAll(hosts.Select((host, i) => Task.Run(() => TryAsync(host, Samples.Append(call, expected, new CallAnswered(Samples.At.AddTicks(i)))), Cancel)));
            Assert.Single(won, w => w);
        }
    }

    private static async Task<bool> TryAsync(TestHost host, JournalAppend append)
    {
        try
        {
            await host.Journal.AppendAsync(append, Cancel);
            return true;
        }
        catch (JournalConflictException)
        {
            return false;
        }
    }

    private sealed class TwoRowsWrite(string first, string second) : StoreWrite<bool>
    {
        private const string Add = """
            INSERT INTO "Bookmarks" ("Name", "Value") VALUES (@p0, '1')
            ON CONFLICT ("Name") DO UPDATE SET "Value" = CAST(CAST("Bookmarks"."Value" AS integer) + 1 AS text)
            """;

        protected override async Task<bool> WriteAsync(StoreSession session)
        {
            await session.ExecuteAsync(Add, first);
            await session.ExecuteAsync("SELECT pg_sleep(0.02)");
            return await session.ExecuteAsync(Add, second) == 1;
        }
    }
}
