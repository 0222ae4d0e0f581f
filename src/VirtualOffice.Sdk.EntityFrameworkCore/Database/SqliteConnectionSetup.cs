using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// Gives every connection to SQLite the settings that durability rests on, and reads them back: a write-ahead log that is synced at every commit, and foreign keys.
/// They are set on the connection rather than in its string, because a host writes the string.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    /// <summary>How long a statement waits for another host's transaction, at most; a shorter <c>Default Timeout</c> in the connection string is kept.</summary>
    private const int MaxBusySeconds = 5;

    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL;";
    private const int Full = 2;

    public static SqliteConnectionSetup Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous input and output: its Async methods are these.
        Prepare(connection);
        return Task.CompletedTask;
    }

    private static void Prepare(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite)
        {
            return;
        }

        // SQLite's own waiting notices a free lock sooner than the library's, which looks every 150 ms.
        sqlite.DefaultTimeout = sqlite.DefaultTimeout is > 0 and < MaxBusySeconds ? sqlite.DefaultTimeout : MaxBusySeconds;
        Execute(connection, $"PRAGMA busy_timeout = {sqlite.DefaultTimeout * 1000};");
        Execute(connection, Settings);
        Verify(connection, "journal_mode", "wal", "The database must be a file on a local disk: in memory and on some network disks SQLite cannot keep a write-ahead log.");
        Verify(connection, "synchronous", $"{Full}", "Leave it to the office.");
        Verify(connection, "foreign_keys", "1", "Leave it to the office.");
    }

    private static void Verify(DbConnection connection, string setting, string expected, string advice)
    {
        var found = Execute(connection, $"PRAGMA {setting};")?.ToString();
        if (found != expected)
        {
            throw new StoreUnavailableException($"SQLite did not take the setting {setting}={expected} for '{connection.DataSource}'; it is '{found}'. {advice}");
        }
    }

    private static object? Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
