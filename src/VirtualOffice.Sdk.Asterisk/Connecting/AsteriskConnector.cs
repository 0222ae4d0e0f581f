using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Connects, reconnects, and yields what comes of it.</summary>
internal sealed partial class AsteriskConnector(
    string pbx,
    AsteriskOptions options,
    OfficeRuntime runtime,
    AriClient ari,
    Func<AsteriskConnection> newConnection,
    SnapshotReader snapshots,
    GapReconciler gaps,
    AsteriskInstruments instruments,
    ILogger logger)
{
    private int _isRead;

    public async IAsyncEnumerable<TelephonyEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRead, 1) == 1)
        {
            throw new InvalidOperationException($"Asterisk '{pbx}' is already being read; it has one reader at a time.");
        }

        try
        {
            var pause = new ReconnectPause(runtime.Random);
            var isTold = false;
            while (!cancellationToken.IsCancellationRequested)
            {
                var connection = newConnection();
                await using var closing = connection.ConfigureAwait(false);
                var (connected, failure) = await TryOpenAsync(connection, cancellationToken).ConfigureAwait(false);
                if (connected is not null)
                {
                    LogConnected(logger, pbx, connected.Snapshot.Legs.Count, connected.Snapshot.Bridges.Count);
                    pause.Reset();
                    yield return connected;
                    while (await WaitAsync(connection, cancellationToken).ConfigureAwait(false))
                    {
                        while (connection.Events.Reader.TryRead(out var telephonyEvent))
                        {
                            connection.Events.Taken();
                            yield return telephonyEvent;
                        }
                    }

                    failure = connection.Events.Reason;
                    instruments.ConnectionLost(pbx);
                    isTold = false;
                }

                if (cancellationToken.IsCancellationRequested)
                {
                    yield break;
                }

                if (failure is { Error: not TelephonyError.Unavailable })
                {
                    LogRefused(logger, pbx, failure);
                    throw failure;
                }

                // Said once: while Asterisk is away it is tried many times.
                if (failure is not null && !isTold)
                {
                    isTold = true;
                    LogUnavailable(logger, pbx, failure.Message);
                    yield return new PbxDisconnected(failure.Message);
                }

                await connection.DisposeAsync().ConfigureAwait(false);
                await Task.Delay(pause.Next(), runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Volatile.Write(ref _isRead, 0);
        }
    }

    private async Task<(PbxConnected? Connected, TelephonyException? Failure)> TryOpenAsync(AsteriskConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var incarnation = await CheckAsync(cancellationToken).ConfigureAwait(false);

            // The socket first: an application exists while it is connected, and events that come now are behind the snapshot.
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var filtered = await ari.SetEventFilterAsync(cancellationToken).ConfigureAwait(false);
            if (!filtered.IsSuccess && !filtered.IsGone)
            {
                throw ari.Http.Refused("event filter", filtered);
            }

            await connection.Hearing.CheckAsync(cancellationToken).ConfigureAwait(false);
            var unfinished = gaps.Unfinished();
            var snapshot = await snapshots.ReadAsync(incarnation, cancellationToken).ConfigureAwait(false);
            connection.GoLive();
            gaps.Check(unfinished);
            return (new PbxConnected(snapshot), null);
        }
        catch (TelephonyException e)
        {
            return (null, e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    /// <summary>Checks that this Asterisk can be worked with, and returns since when it has been running.</summary>
    private async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        var info = await ari.GetInfoAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{pbx}' has no ARI at this address: check Url, and that res_ari is loaded.");
        var version = info.System?.Version;
        if (!(AsteriskVersion.Parse(version) >= AsteriskVersion.Oldest))
        {
            if (!options.AllowUnsupportedVersion)
            {
                throw new TelephonyException(
                    TelephonyError.UnsupportedVersion,
                    $"Asterisk '{pbx}' is version '{version}'. {AsteriskVersion.Oldest} or newer is needed: before it, ARI lets read-only users write and holds known leaks and crashes. "
                    + "Update it, or set AllowUnsupportedVersion and go on at your own risk.");
            }

            LogUnsupported(logger, pbx, version);
        }

        return info.Status?.StartupTime ?? "";
    }

    private static async Task<bool> WaitAsync(AsteriskConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(2000, LogLevel.Information, "Connected to Asterisk {Pbx}, which has {Legs} legs and {Bridges} bridges of the office")]
    private static partial void LogConnected(ILogger logger, string pbx, int legs, int bridges);

    [LoggerMessage(2001, LogLevel.Warning, "Asterisk {Pbx} is not available: {Reason} Trying again and again")]
    private static partial void LogUnavailable(ILogger logger, string pbx, string reason);

    [LoggerMessage(2002, LogLevel.Error, "Asterisk {Pbx} refuses the office")]
    private static partial void LogRefused(ILogger logger, string pbx, Exception exception);

    [LoggerMessage(2004, LogLevel.Warning, "Asterisk {Pbx} is version {Version}, which is not supported; it was allowed all the same")]
    private static partial void LogUnsupported(ILogger logger, string pbx, string? version);
}
