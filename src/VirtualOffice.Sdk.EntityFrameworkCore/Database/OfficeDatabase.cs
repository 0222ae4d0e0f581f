using System.Data.Common;
using System.Net.Sockets;
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
        catch (InvalidOperationException e) when (e.InnerException is { } inner && IsDatabaseError(inner))
        {
            // Entity Framework wraps what it holds for transient.
            throw Unavailable("read", inner);
        }
    }

    /// <summary>Opens a connection to write on.</summary>
    /// <exception cref="StoreUnavailableException">The database is not one to be written on.</exception>
    public async Task<StoreSession> OpenSessionAsync()
    {
        var context = await contexts.CreateDbContextAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var provider = StoreProvider.Of(context.Database.ProviderName);
            if (context.Database.CreateExecutionStrategy().RetriesOnFailure)
            {
                throw new StoreUnavailableException("The stores retry by themselves what may be retried. Leave EnableRetryOnFailure(…) out of UseEntityFrameworkCore(…).");
            }

            await context.Database.OpenConnectionAsync(CancellationToken.None).ConfigureAwait(false);
            await provider.VerifyAsync(context.Database.GetDbConnection()).ConfigureAwait(false);
            return new StoreSession(context, provider);
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
        StoreProvider.Of(context.Database.ProviderName).ClosePool(context.Database.GetDbConnection());
    }

    public static bool IsDatabaseError(Exception exception) => exception is DbException or IOException or UnauthorizedAccessException or TimeoutException or SocketException;

    public static StoreUnavailableException Unavailable(string what, Exception exception) => exception as StoreUnavailableException
        ?? new StoreUnavailableException($"The database could not be {what}: {exception.Message}", exception);
}
