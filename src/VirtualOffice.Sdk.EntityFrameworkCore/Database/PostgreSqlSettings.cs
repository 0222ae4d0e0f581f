using System.Data.Common;
using System.Globalization;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>The settings of a PostgreSQL server that durability rests on. They are the server's: the office reads and never changes them.</summary>
internal static class PostgreSqlSettings
{
    private const int OldestVersion = 140000;

    private const string Read = """
        SELECT current_setting('server_version_num'), current_setting('server_encoding'), current_setting('fsync'), current_setting('full_page_writes'),
            current_setting('synchronous_commit'), current_setting('synchronous_standby_names'), current_setting('default_transaction_read_only'), pg_is_in_recovery()
        """;

    /// <summary>Checks them.</summary>
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
                if (Problem(row) is { } problem)
                {
                    throw new StoreUnavailableException($"The PostgreSQL server of '{connection.DataSource}' cannot keep what the office acknowledges: {problem}");
                }
            }
        }
    }

    private static string? Problem(DbDataReader row)
    {
        if (int.Parse(row.GetString(0), CultureInfo.InvariantCulture) < OldestVersion)
        {
            return $"it is of version {row.GetString(0)}. Use PostgreSQL 14 or later.";
        }

        if (row.GetBoolean(7) || row.GetString(6) == "on")
        {
            return "it is read-only: a standby, or default_transaction_read_only is on. Connect to the primary, with 'Target Session Attributes=primary' when several hosts are named.";
        }

        return (row.GetString(1), row.GetString(2), row.GetString(3)) switch
        {
            (not "UTF8", _, _) => $"the database's encoding is {row.GetString(1)}. Create it with ENCODING 'UTF8'.",
            (_, not "on", _) => "fsync is off. Set fsync = on in postgresql.conf.",
            (_, _, not "on") => "full_page_writes is off. Set full_page_writes = on in postgresql.conf.",
            _ => CommitProblem(row.GetString(4), hasStandbys: row.GetString(5).Length > 0),
        };
    }

    private static string? CommitProblem(string commit, bool hasStandbys) => (commit, hasStandbys) switch
    {
        ("off", _) => "synchronous_commit is off: a crash loses what was committed last. Set synchronous_commit = on for the server, the database and the role.",
        ("local" or "remote_write", true) => $"synchronous_commit is {commit} while there are synchronous standbys. Set synchronous_commit = on.",
        _ => null,
    };
}
