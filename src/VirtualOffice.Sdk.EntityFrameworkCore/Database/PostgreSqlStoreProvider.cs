using System.Data;
using System.Data.Common;
using Npgsql;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgreSqlStoreProvider : StoreProvider
{
    // Any number that no one else is likely to lock.
    private const string LockSchema = "SELECT pg_advisory_xact_lock(5643867263091)";

    public static PostgreSqlStoreProvider Instance { get; } = new();

    /// <summary>Every statement that depends on what is there is the one that changes it, and waits for another's change of the same row.</summary>
    public override IsolationLevel Isolation => IsolationLevel.ReadCommitted;

    public override bool SendsBatches => true;

    public override string CountHistory => "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('\"__EFMigrationsHistory\"')";

    public override Task VerifyAsync(DbConnection connection) => PostgreSqlSettings.VerifyAsync(connection);

    public override Task LockSchemaAsync(StoreSession session) => session.ExecuteAsync(LockSchema);

    public override bool IsRetryable(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public override void ClosePool(DbConnection connection) => NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
}
