using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>SQLite. Its settings are those of each connection: <see cref="SqliteConnectionSetup"/> makes and verifies them.</summary>
internal sealed class SqliteStoreProvider : StoreProvider
{
    public static SqliteStoreProvider Instance { get; } = new();

    /// <summary>BEGIN IMMEDIATE: the transaction owns the right to write from its beginning, so that what it reads is still true when it commits.</summary>
    public override IsolationLevel Isolation => IsolationLevel.Serializable;

    public override bool SendsBatches => false;

    public override string CountHistory => "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";

    /// <summary>Without statistics it would take the index with more columns that must be equal, and go through all that is pending.</summary>
    public override string SeekDue => "INDEXED BY \"IX_Deliveries_Pending\"";

    public override Task VerifyAsync(DbConnection connection) => Task.CompletedTask;

    public override Task LockSchemaAsync(StoreSession session) => Task.CompletedTask;

    public override bool IsRetryable(Exception exception) => false;

    /// <summary>SQLite writes its log back into the file when the last connection is closed.</summary>
    public override void ClosePool(DbConnection connection) => SqliteConnection.ClearPool((SqliteConnection)connection);
}
