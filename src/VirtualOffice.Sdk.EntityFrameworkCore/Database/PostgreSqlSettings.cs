using System.Data.Common;
using System.Globalization;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>The settings of a PostgreSQL server that durability rests on. They are the server's: the office reads and never changes them.</summary>
internal sealed record PostgreSqlSettings
{
    private const int OldestVersion = 140000;

    private const string Read = """
        SELECT current_setting('server_version_num'), current_setting('server_encoding'), current_setting('fsync'), current_setting('full_page_writes'),
            current_setting('synchronous_commit'), current_setting('synchronous_standby_names'), current_setting('default_transaction_read_only'), pg_is_in_recovery()
        """;

    public int Version { get; init; } = OldestVersion;

    public string Encoding { get; init; } = "UTF8";

    public string Fsync { get; init; } = "on";

    public string FullPageWrites { get; init; } = "on";

    public string SynchronousCommit { get; init; } = "on";

    /// <summary>The names of synchronous standbys; empty when there are none.</summary>
    public string Standbys { get; init; } = "";

    public bool IsReadOnly { get; init; }

    /// <summary>What is wrong, and how to mend it; null when nothing is.</summary>
    public string? Problem => this switch
    {
        { Version: < OldestVersion } => $"it is of version {Version}. Use PostgreSQL 14 or later.",
        { IsReadOnly: true } =>
            "it is read-only: a standby, or default_transaction_read_only is on. Connect to the primary, with 'Target Session Attributes=primary' when several hosts are named.",
        { Encoding: not "UTF8" } => $"the database's encoding is {Encoding}. Create it with ENCODING 'UTF8'.",
        { Fsync: not "on" } => "fsync is off. Set fsync = on in postgresql.conf.",
        { FullPageWrites: not "on" } => "full_page_writes is off. Set full_page_writes = on in postgresql.conf.",
        { SynchronousCommit: "off" } =>
            "synchronous_commit is off: a crash loses what was committed last. Set synchronous_commit = on for the server, the database and the role.",
        { SynchronousCommit: "local" or "remote_write", Standbys.Length: > 0 } =>
            $"synchronous_commit is {SynchronousCommit} while there are synchronous standbys. Set synchronous_commit = on.",
        _ => null,
    };

    /// <summary>Checks those of the server a connection is to.</summary>
    /// <exception cref="StoreUnavailableException">One of them is wrong.</exception>
    public static async Task VerifyAsync(DbConnection connection)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Read;
            var row = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync().ConfigureAwait(false);
                if (Of(row).Problem is { } problem)
                {
                    throw new StoreUnavailableException($"The PostgreSQL server of '{connection.DataSource}' cannot keep what the office acknowledges: {problem}");
                }
            }
        }
    }

    private static PostgreSqlSettings Of(DbDataReader row) => new()
    {
        Version = int.Parse(row.GetString(0), CultureInfo.InvariantCulture),
        Encoding = row.GetString(1),
        Fsync = row.GetString(2),
        FullPageWrites = row.GetString(3),
        SynchronousCommit = row.GetString(4),
        Standbys = row.GetString(5),
        IsReadOnly = row.GetBoolean(7) || row.GetString(6) == "on",
    };
}
