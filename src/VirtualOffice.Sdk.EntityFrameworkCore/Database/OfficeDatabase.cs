using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Opens the database and tells its errors in the words of the seams.</summary>
internal sealed class OfficeDatabase(IDbContextFactory<OfficeDbContext> contexts)
{
    /// <summary>Runs a query.</summary>
    /// <exception cref="StoreUnavailableException">It failed.</exception>
    public async Task<T> ReadAsync<T>(Func<OfficeDbContext, Task<T>> query, CancellationToken cancellationToken)
    {
        try
        {
            var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                return await query(context).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsDatabaseError(e))
        {
            throw Unavailable("read", e);
        }
    }

    /// <summary>Opens a connection to write on.</summary>
    public async Task<StoreSession> OpenSessionAsync()
    {
        var context = await contexts.CreateDbContextAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await context.Database.OpenConnectionAsync(CancellationToken.None).ConfigureAwait(false);
            return new StoreSession(context);
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the connections that are idle.</summary>
    public void CloseIdle()
    {
        using var context = contexts.CreateDbContext();
        SqliteConnectionSetup.ClosePool(context.Database.GetDbConnection());
    }

    public static bool IsDatabaseError(Exception exception) => exception is DbException or IOException or UnauthorizedAccessException;

    public static StoreUnavailableException Unavailable(string what, Exception exception) => exception as StoreUnavailableException
        ?? new StoreUnavailableException($"The database could not be {what}: {exception.Message}", exception);
}
