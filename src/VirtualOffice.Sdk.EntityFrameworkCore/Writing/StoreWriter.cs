using System.Data.Common;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// The one writer of a host. What is asked for while a commit is being synced to the disk waits and goes into the next transaction together,
/// each behind a savepoint of its own: one that is refused leaves the others, and many calls share one sync. A task completes when its transaction is durable.
/// </summary>
internal sealed partial class StoreWriter(OfficeDatabase database, ILogger<StoreWriter> logger) : IAsyncDisposable
{
    /// <summary>The most that go into one transaction.</summary>
    public const int MaxBatch = 128;

    private const int MaxWaiting = 1024;
    private const int MaxAttempts = 3;

    private readonly Channel<StoreWrite> _queue = Channel.CreateBounded<StoreWrite>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Lock _lock = new();
    private Task? _loop;
    private StoreSession? _session;

    /// <summary>Writes, and completes when it is durable. Cancelling works as long as it has not begun; then nothing is written.</summary>
    /// <exception cref="StoreUnavailableException">It failed, or it is not known whether it failed.</exception>
    public async Task<T> WriteAsync<T>(StoreWrite<T> write, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreUnavailableException("The database was closed with its office.", e);
        }

        EnsureRunning();
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var cancelled = (StoreWrite<T>)state!;
                if (cancelled.TryCancel())
                {
                    cancelled.SetCancelled(token);
                }
            },
            write);
        await using (registration.ConfigureAwait(false))
        {
            return await write.Completion.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_loop is { } loop)
        {
            await loop.ConfigureAwait(false);
            database.CloseIdle();
        }
    }

    private void EnsureRunning()
    {
        if (_loop is not null)
        {
            return;
        }

        lock (_lock)
        {
            // The loop must not live in the context (activity, culture) of whoever happened to write first.
            using var flow = ExecutionContext.IsFlowSuppressed() ? (AsyncFlowControl?)null : ExecutionContext.SuppressFlow();
            _loop ??= Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        var batch = new List<StoreWrite>(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var write))
            {
                if (write.TryTake())
                {
                    batch.Add(write);
                }
            }

            if (batch.Count > 0)
            {
                await WriteBatchAsync(batch).ConfigureAwait(false);
                batch.Clear();
            }
        }

        await CloseSessionAsync().ConfigureAwait(false);
    }

    private async Task WriteBatchAsync(List<StoreWrite> batch)
    {
        try
        {
            _session ??= await database.OpenSessionAsync().ConfigureAwait(false);
            for (var attempt = 1; !await TryWriteAsync(_session, batch, isLast: attempt == MaxAttempts).ConfigureAwait(false); attempt++)
            {
                LogRetried(logger, batch.Count);
            }
        }
        catch (Exception e)
        {
            // Whatever it was, nothing of this batch is acknowledged, and the next one begins with a new connection.
            LogBatchFailed(logger, batch.Count, e);
            await CloseSessionAsync().ConfigureAwait(false);
            var unavailable = OfficeDatabase.Unavailable("written", e);
            batch.ForEach(write => write.Fail(unavailable));
            return;
        }

        batch.ForEach(write => write.Complete());
    }

    /// <summary>Writes and commits; false when the database gave the transaction up for another's sake.</summary>
    private static async Task<bool> TryWriteAsync(StoreSession session, List<StoreWrite> batch, bool isLast)
    {
        await session.BeginAsync().ConfigureAwait(false);
        try
        {
            for (var next = 0; next < batch.Count;)
            {
                var together = session.Provider.SendsBatches ? batch.Skip(next).TakeWhile(write => write.Statements is not null).ToList() : [];
                if (together.Count < 2 || !await TryWriteTogetherAsync(session, together).ConfigureAwait(false))
                {
                    together = batch.GetRange(next, Math.Max(1, together.Count));
                    foreach (var write in together)
                    {
                        await WriteOneAsync(session, write).ConfigureAwait(false);
                    }
                }

                next += together.Count;
            }
        }
        catch (Exception e) when (!isLast && session.Provider.IsRetryable(e))
        {
            await session.RollbackAsync().ConfigureAwait(false);
            return false;
        }

        await session.CommitAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>Writes many in one message; false, and nothing is written, when one of them is refused: then each goes behind a savepoint of its own.</summary>
    private static async Task<bool> TryWriteTogetherAsync(StoreSession session, List<StoreWrite> writes)
    {
        await session.SaveAsync().ConfigureAwait(false);
        try
        {
            if (await session.ExecuteBatchAsync([.. writes.SelectMany(write => write.Statements!)]).ConfigureAwait(false))
            {
                await session.ReleaseAsync().ConfigureAwait(false);
                writes.ForEach(write => write.Accept());
                return true;
            }
        }
        catch (DbException e) when (!session.Provider.IsRetryable(e))
        {
            // One of them is at fault; which one is found when they go one by one. A lost connection is found by the rollback.
        }

        await session.UndoAsync().ConfigureAwait(false);
        return false;
    }

    private static async Task WriteOneAsync(StoreSession session, StoreWrite write)
    {
        await session.SaveAsync().ConfigureAwait(false);
        try
        {
            await write.ExecuteAsync(session).ConfigureAwait(false);
            await session.ReleaseAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (!session.Provider.IsRetryable(e))
        {
            try
            {
                await session.UndoAsync().ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The error has ended the whole transaction (a full disk does): the batch fails, and with the first cause.
                ExceptionDispatchInfo.Throw(e);
            }

            write.Reject(e is VirtualOfficeException ? e : OfficeDatabase.Unavailable("written", e));
        }
    }

    private async Task CloseSessionAsync()
    {
        var session = _session;
        _session = null;
        if (session is null)
        {
            return;
        }

        try
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogCloseFailed(logger, e);
        }
    }

    [LoggerMessage(4000, LogLevel.Error, "A transaction of {Count} writes failed; none of them is acknowledged")]
    private static partial void LogBatchFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(4002, LogLevel.Information, "A transaction of {Count} writes met another host's and is run again")]
    private static partial void LogRetried(ILogger logger, int count);

    [LoggerMessage(4001, LogLevel.Warning, "A broken connection could not be closed cleanly")]
    private static partial void LogCloseFailed(ILogger logger, Exception exception);
}
