using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Auditing;

/// <summary>
/// Writes the audit down. What cannot be written now keeps nobody waiting for long: it is in the log, waits in memory, and is tried again until it is written. Ids are made before, so that an entry
/// that was written after all is not written twice.
/// </summary>
internal sealed partial class AuditTrail(IAuditStore store, OfficeRuntime runtime, OfficeEvents events, OfficeInstruments instruments, ILogger<AuditTrail> logger) : IAudit
{
    /// <summary>How many entries wait at most; what is beyond is in the log alone.</summary>
    public const int MaxWaiting = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(5);

    private readonly Channel<AuditEntry> _waiting = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    public async Task<AuditEntry> RecordAsync(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrWhiteSpace(entry.By, nameof(entry));
        var kept = Cut(entry) with { Id = new AuditId(runtime.Ids.NewId()), At = runtime.Clock.GetUtcNow() };
        LogRecorded(logger, kept);
        if (_waiting.Reader.Count > 0)
        {
            // The store is away: whoever acts now need not find that out anew.
            Wait(kept, null);
            return kept;
        }

        var writing = WriteAsync(kept);
        try
        {
            await writing.WaitAsync(Patience, runtime.Clock);
        }
        catch (TimeoutException)
        {
            // It goes on by itself, and waits with the others if it fails.
        }

        return kept;
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, CancellationToken cancellationToken = default) => store.ListAsync(filter, cancellationToken);

    /// <summary>Tries again what waits, until the office stops: then once more, and what waits still is in the log.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stopping))
            {
                if (!await TryWriteWaitingAsync())
                {
                    await Task.Delay(RetryEvery, runtime.Clock, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            if (!await TryWriteWaitingAsync())
            {
                LogLost(logger, _waiting.Reader.Count);
            }
        }
    }

    private static AuditEntry Cut(AuditEntry entry) => entry with
    {
        By = Cut(entry.By, AuditEntry.MaxBy)!,
        Role = Cut(entry.Role, AuditEntry.MaxOrigin),
        Address = Cut(entry.Address, AuditEntry.MaxOrigin),
        Detail = Cut(entry.Detail, AuditEntry.MaxText),
        Reason = Cut(entry.Reason, AuditEntry.MaxText),
    };

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;

    private async Task WriteAsync(AuditEntry entry)
    {
        try
        {
            await store.AppendAsync(entry, CancellationToken.None);
        }
        catch (Exception e)
        {
            Wait(entry, e);
        }
    }

    private void Wait(AuditEntry entry, Exception? reason)
    {
        if (!_waiting.Writer.TryWrite(entry))
        {
            LogDropped(logger, entry, MaxWaiting);
            return;
        }

        LogWaits(logger, entry, reason);
        Tell(reason?.Message ?? "The store is away.");
    }

    private async Task<bool> TryWriteWaitingAsync()
    {
        while (_waiting.Reader.TryPeek(out var entry))
        {
            try
            {
                await store.AppendAsync(entry, CancellationToken.None);
            }
            catch (Exception e)
            {
                LogStillAway(logger, _waiting.Reader.Count, e);
                return false;
            }

            _waiting.Reader.TryRead(out _);
            if (_waiting.Reader.Count == 0)
            {
                LogWritten(logger);
                Tell(null);
            }
        }

        return true;
    }

    private void Tell(string? problem)
    {
        instruments.AuditWaiting = _waiting.Reader.Count;
        events.Publish(new AuditAlarm(_waiting.Reader.Count, problem));
    }

    [LoggerMessage(1080, LogLevel.Information, "Audit: {Entry}")]
    private static partial void LogRecorded(ILogger logger, AuditEntry entry);

    [LoggerMessage(1081, LogLevel.Critical, "An entry of the audit could not be written, and waits for its store: {Entry}")]
    private static partial void LogWaits(ILogger logger, AuditEntry entry, Exception? exception);

    [LoggerMessage(1082, LogLevel.Critical, "An entry of the audit is in this log alone, because {Count} wait for their store already: {Entry}")]
    private static partial void LogDropped(ILogger logger, AuditEntry entry, int count);

    [LoggerMessage(1083, LogLevel.Warning, "{Count} entries of the audit wait for their store")]
    private static partial void LogStillAway(ILogger logger, int count, Exception exception);

    [LoggerMessage(1084, LogLevel.Information, "Every entry of the audit is written again")]
    private static partial void LogWritten(ILogger logger);

    [LoggerMessage(1085, LogLevel.Critical, "The office stops while {Count} entries of the audit wait for their store; they are in this log alone")]
    private static partial void LogLost(ILogger logger, int count);
}
