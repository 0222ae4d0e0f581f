using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class CheckWriteTests : IAsyncDisposable
{
    private readonly TestDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void Migrations_Model_HasNoChangesWithoutAMigration()
    {
        var host = _database.AddHost();
        using var context = host.Get<IDbContextFactory<OfficeDbContext>>().CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task CheckAsync_ManyHostsStartingAtOnceOnNothing_AllSucceed()
    {
        var hosts = Enumerable.Range(0, 6).Select(_ => _database.AddHost()).ToList();

        await Task.WhenAll(hosts.Select(h => Task.Run(() => h.Provider.MigrateOfficeDatabaseAsync(Cancel), Cancel)));
        await Task.WhenAll(hosts.Select(h => Task.Run(() => h.Journal.CheckAsync(Cancel), Cancel)));

        await hosts[0].Journal.AppendAsync(Samples.First(Samples.NewCall(), Samples.Fox), Cancel);
        Assert.Single(await hosts[5].Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel));
        using var context = hosts[0].Get<IDbContextFactory<OfficeDbContext>>().CreateDbContext();
        Assert.Equal(context.Database.GetMigrations().Count(), await _database.ExecuteAsync("""SELECT COUNT(*) FROM "__EFMigrationsHistory" """));
        Assert.Equal(6, await _database.ExecuteAsync("""SELECT "Count" FROM "StoreChecks" """));
    }

    [Fact]
    public async Task CheckAsync_DatabaseOfANewerVersion_IsRefusedByName()
    {
        await _database.StartHostAsync();
        await _database.ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0')""");
        var host = _database.AddHost();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("29990101000000_Later", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_FailsHalfWay_LeavesNothingBehindAndWorksLater()
    {
        // A table of the same name as one in the middle of the migration makes it fail there.
        await _database.ExecuteAsync("""CREATE TABLE "CallEvents" ("X" INTEGER)""");
        var host = _database.AddHost();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Provider.MigrateOfficeDatabaseAsync(Cancel));
        Assert.Equal(1, await _database.ExecuteAsync("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"));

        await _database.ExecuteAsync("""DROP TABLE "CallEvents" """);
        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);
        await host.Journal.AppendAsync(Samples.First(Samples.NewCall(), Samples.Fox), Cancel);
    }

    [Fact]
    public async Task CheckAsync_TablesThatAreNotThere_NamesTheCallThatMakesThem()
    {
        var host = _database.AddHost();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("MigrateOfficeDatabaseAsync()", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _database.ExecuteAsync("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"));
    }

    [Fact]
    public async Task CheckAsync_DatabaseThatCannotBeWritten_IsStoreUnavailable()
    {
        var host = await _database.StartHostAsync();
        await _database.ExecuteAsync("""CREATE TRIGGER full BEFORE UPDATE ON "StoreChecks" BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END""");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("disk is full", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public async Task CheckAsync_DatabaseInMemory_IsRefused(string connectionString)
    {
        await using var host = new TestHost(connectionString);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => host.Journal.CheckAsync(Cancel));

        Assert.Contains("must be a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryConnection_OfAHost_HasTheDurableSettings()
    {
        var host = await _database.StartHostAsync();
        var contexts = host.Get<IDbContextFactory<OfficeDbContext>>();
        await using var one = await contexts.CreateDbContextAsync(Cancel);
        await using var two = await contexts.CreateDbContextAsync(Cancel);

        foreach (var context in new[] { one, two })
        {
            await context.Database.OpenConnectionAsync(Cancel);
            var connection = context.Database.GetDbConnection();
            Assert.Equal("wal", Read(connection, "journal_mode"));
            Assert.Equal("2", Read(connection, "synchronous"));
            Assert.Equal("1", Read(connection, "foreign_keys"));
            Assert.Equal("5000", Read(connection, "busy_timeout"));
        }
    }

    [Fact]
    public async Task EveryConnection_StringThatWeakensThem_HasTheDurableSettingsAllTheSame()
    {
        await using var host = new TestHost($"Data Source={_database.File};Foreign Keys=False");
        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);
        await using var context = await host.Get<IDbContextFactory<OfficeDbContext>>().CreateDbContextAsync(Cancel);
        await context.Database.OpenConnectionAsync(Cancel);

        Assert.Equal("1", Read(context.Database.GetDbConnection(), "foreign_keys"));
    }

    [Fact]
    public async Task DisposeAsync_LastHost_LeavesOneFile()
    {
        var host = await _database.StartHostAsync();
        await host.Journal.AppendAsync(Samples.First(Samples.NewCall(), Samples.Fox), Cancel);
        Assert.True(File.Exists(_database.File + "-wal"));

        await host.DisposeAsync();

        Assert.False(File.Exists(_database.File + "-wal"));
        Assert.Equal(2, await _database.ExecuteAsync("""SELECT COUNT(*) FROM "CallEvents" """));
    }

    private static string? Read(DbConnection connection, string setting)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {setting}";
        return command.ExecuteScalar()?.ToString();
    }
}
