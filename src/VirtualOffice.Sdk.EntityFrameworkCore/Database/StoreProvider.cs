using System.Data;
using System.Data.Common;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>What differs from one database to another.</summary>
internal abstract class StoreProvider
{
    /// <summary>What a writing transaction is isolated by.</summary>
    public abstract IsolationLevel Isolation { get; }

    /// <summary>Whether statements are sent in batches: where a statement is a message to another process.</summary>
    public abstract bool SendsBatches { get; }

    /// <summary>A query that counts the table in which migrations are noted: 0 or 1. Looking into a table that is not there would end a transaction.</summary>
    public abstract string CountHistory { get; }

    /// <summary>What a query is told so that it seeks pending deliveries by when they are due; empty for a database that sees it by itself.</summary>
    public virtual string SeekDue => "";

    /// <summary>Checks the settings that durability rests on, on a connection that is about to be written on.</summary>
    /// <exception cref="Stores.StoreUnavailableException">One of them is wrong; the message says how to mend it.</exception>
    public abstract Task VerifyAsync(DbConnection connection);

    /// <summary>Waits, inside a transaction, until no other host changes tables.</summary>
    public abstract Task LockSchemaAsync(StoreSession session);

    /// <summary>Whether the database gave this transaction up for the sake of another, so that it may simply be run again.</summary>
    public abstract bool IsRetryable(Exception exception);

    /// <summary>Closes the connections that are idle.</summary>
    public abstract void ClosePool(DbConnection connection);

    /// <summary>The provider of a database.</summary>
    /// <exception cref="Stores.StoreUnavailableException">It is not one that the stores work with.</exception>
    public static StoreProvider Of(string? name) => name switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => SqliteStoreProvider.Instance,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => PostgreSqlStoreProvider.Instance,
        _ => throw new Stores.StoreUnavailableException($"UseEntityFrameworkCore(…) was given '{name}', with which the stores do not work. Call UseSqlite(…) or UseNpgsql(…) in it."),
    };
}
