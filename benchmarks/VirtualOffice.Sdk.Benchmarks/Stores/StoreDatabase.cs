using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Benchmarks.Stores;

/// <summary>A database to be measured: through the stores, and bare.</summary>
public sealed class StoreDatabase : IVirtualOfficeBuilder, IAsyncDisposable
{
    private readonly Func<DbConnection> _connect;
    private readonly ServiceProvider _provider;

    private StoreDatabase(string name, Action<DbContextOptionsBuilder> configure, Func<DbConnection> connect)
    {
        (Name, _connect) = (name, connect);
        this.UseEntityFrameworkCore(configure);
        _provider = Services.BuildServiceProvider();
    }

    public string Name { get; }

    public IServiceCollection Services { get; } = new ServiceCollection();

    public ICallJournal Journal => _provider.GetRequiredService<ICallJournal>();

    /// <summary>SQLite in a file.</summary>
    public static async Task<StoreDatabase> SqliteAsync(string file)
    {
        var connection = $"Data Source={file}";
        return await PrepareAsync(new StoreDatabase("SQLite", db => db.UseSqlite(connection), () => new SqliteConnection(connection)));
    }

    /// <summary>A new database of a PostgreSQL server.</summary>
    public static async Task<StoreDatabase> PostgreSqlAsync(string server)
    {
        var name = $"vo_bench_{Environment.ProcessId}";
        await using (var connection = new NpgsqlConnection(server + ";Database=postgres"))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, $"CREATE DATABASE {name}");
        }

        var own = $"{server};Database={name}";
        return await PrepareAsync(new StoreDatabase("PostgreSQL", db => db.UseNpgsql(own), () => new NpgsqlConnection(own)));
    }

    /// <summary>A connection of one's own, with the same durability.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        var connection = _connect();
        await connection.OpenAsync();
        if (connection is SqliteConnection)
        {
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        }

        return connection;
    }

    public static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static async Task<StoreDatabase> PrepareAsync(StoreDatabase database)
    {
        await database._provider.MigrateOfficeDatabaseAsync();
        await database.Journal.CheckAsync(CancellationToken.None);
        return database;
    }
}
