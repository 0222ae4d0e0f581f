using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Spooling;

/// <summary>
/// A journal that goes on when its database is away: appends are written to the emergency spool, and replayed in their order when the database is back.
/// As long as one waits, every later one waits behind it. For a single host only: with a second one the database decides who owns a call.
/// </summary>
internal sealed partial class SpooledCallJournal(
    ICallJournal database,
    ICommandInbox inbox,
    SpoolLog spool,
    OfficeRuntime runtime,
    FailStop failStop,
    ILogger<SpooledCallJournal> logger) : ICallJournal, ICommandInbox
{
    /// <summary>How long a call waits for the database before its append is spooled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Queue<JournalAppend> _pending = new();
    private readonly Dictionary<CallId, long> _versions = [];
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many appends wait for the database.</summary>
    public int PendingCount
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count;
            }
        }
    }

    public async Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (PendingCount == 0)
        {
            try
            {
                await WithPatienceAsync(() => database.AppendAsync(append, cancellationToken), cancellationToken);
                return;
            }
            catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
            {
                // Whether it was written is not known: the replay finds out.
                LogSpooling(logger, append.Call, e);
            }
        }

        Spool(append);
    }

    public async Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        List<JournalAppend> waiting;
        lock (_lock)
        {
            waiting = [.. _pending.Where(p => p.Call == call)];
        }

        if (waiting.Count == 0)
        {
            return await database.ReadAsync(call, cancellationToken);
        }

        var kept = waiting[0].ExpectedVersion;
        var durable = kept == 0 ? [] : (await database.ReadAsync(call, cancellationToken))?.Events ?? [];
        return new CallHistory(call, [.. durable.Take((int)kept), .. waiting.SelectMany(w => w.Events)]);
    }

    public IAsyncEnumerable<CallHistory> ReadOpenAsync(CancellationToken cancellationToken) => database.ReadOpenAsync(cancellationToken);

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken) => database.ReadPageAsync(query, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => database.CheckAsync(cancellationToken);

    public async Task<ProcessedCommand?> FindAsync(CommandId command, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_pending.SelectMany(p => p.Commands).FirstOrDefault(c => c.Id == command) is { } found)
            {
                return found;
            }
        }

        return await inbox.FindAsync(command, cancellationToken);
    }

    /// <summary>Takes up what an earlier run has left, and brings it into the database before anything else is read from there.</summary>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        var (appends, damaged) = spool.Open();
        if (damaged > 0)
        {
            LogDamaged(logger, damaged);
        }

        foreach (var append in appends)
        {
            await ReplayAsync(append, cancellationToken);
        }

        if (appends.Count > 0)
        {
            spool.Clear();
            LogReplayed(logger, appends.Count);
        }
    }

    /// <summary>Replays what waits, whenever something does, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await WaitForWorkAsync(cancellationToken);
                await ReplayNextAsync(cancellationToken);
                pause = TimeSpan.FromMilliseconds(200);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogStillAway(logger, PendingCount, e);
                await Task.Delay(pause, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private void Spool(JournalAppend append)
    {
        lock (_lock)
        {
            if (_versions.TryGetValue(append.Call, out var version) && version != append.ExpectedVersion)
            {
                throw new JournalConflictException(append.Call, append.ExpectedVersion);
            }

            try
            {
                spool.Append(append);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Nothing can be acknowledged any more. The PBX takes callers better than an office that forgets them.
                failStop.Trigger($"neither the database nor the emergency spool can be written: {e.Message}");
                throw new StoreUnavailableException("The database is away, and the emergency spool cannot be written.", e);
            }

            _pending.Enqueue(append);
            _versions[append.Call] = append.ExpectedVersion + append.Events.Count;
            _wake.TrySetResult();
        }
    }

    private async Task WaitForWorkAsync(CancellationToken cancellationToken)
    {
        Task wake;
        lock (_lock)
        {
            if (_pending.Count > 0)
            {
                return;
            }

            if (_wake.Task.IsCompleted)
            {
                _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            wake = _wake.Task;
        }

        using var cancelled = cancellationToken.Register(() => _wake.TrySetResult());
        await wake;
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task ReplayNextAsync(CancellationToken cancellationToken)
    {
        JournalAppend next;
        lock (_lock)
        {
            next = _pending.Peek();
        }

        await ReplayAsync(next, cancellationToken);
        lock (_lock)
        {
            _pending.Dequeue();
            if (_versions.GetValueOrDefault(next.Call) == next.ExpectedVersion + next.Events.Count)
            {
                _versions.Remove(next.Call);
            }

            if (_pending.Count == 0)
            {
                spool.Clear();
                LogDrained(logger);
            }
        }
    }

    /// <summary>Writes an append to the database, unless it is there already: its first writing may have come through, or an earlier replay was cut off.</summary>
    private async Task ReplayAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        try
        {
            await WithPatienceAsync(() => database.AppendAsync(append, cancellationToken), cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new StoreUnavailableException("The database does not answer.", e);
        }
        catch (JournalConflictException e)
        {
            var history = await database.ReadAsync(append.Call, cancellationToken);
            if (!JournalComparison.Contains(history, append))
            {
                LogRefused(logger, append.Call, append.ExpectedVersion, OfficeJson.Write(append), e);
            }
        }
    }

    private Task WithPatienceAsync(Func<Task> work, CancellationToken cancellationToken) =>
        work().WaitAsync(Patience, runtime.Clock, cancellationToken);

    [LoggerMessage(1500, LogLevel.Error, "Call {Call}: the database is away; the journal goes on in the emergency spool")]
    private static partial void LogSpooling(ILogger logger, CallId call, Exception exception);

    [LoggerMessage(1501, LogLevel.Warning, "The database is still away; {Count} entries wait in the emergency spool")]
    private static partial void LogStillAway(ILogger logger, int count, Exception exception);

    [LoggerMessage(1502, LogLevel.Warning, "The database is back and has everything that waited in the emergency spool")]
    private static partial void LogDrained(ILogger logger);

    [LoggerMessage(1503, LogLevel.Warning, "{Count} entries of an earlier run were brought from the emergency spool into the database")]
    private static partial void LogReplayed(ILogger logger, int count);

    [LoggerMessage(1504, LogLevel.Critical, "{Bytes} bytes at the end of the emergency spool cannot be read and were set aside beside it")]
    private static partial void LogDamaged(ILogger logger, int bytes);

    [LoggerMessage(1505, LogLevel.Critical, "Call {Call}: the entry after version {Version} in the emergency spool contradicts the database and is left out. A person must look: {Entry}")]
    private static partial void LogRefused(ILogger logger, CallId call, long version, string entry, Exception exception);
}
