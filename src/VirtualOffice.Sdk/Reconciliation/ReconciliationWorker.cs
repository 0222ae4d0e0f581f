using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Reconciliation;

/// <summary>Reconciles with one PBX: soon after every connect, and every so often while it is connected.</summary>
internal sealed partial class ReconciliationWorker(
    string pbx,
    PbxReconciler reconciler,
    CallRecordImporter? importer,
    OfficeRuntime runtime,
    OfficeOptions options,
    ILogger<ReconciliationWorker> logger)
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _isConnected;

    /// <summary>The PBX is connected.</summary>
    public void Resume()
    {
        _isConnected = true;
        _wake.Writer.TryWrite(true);
    }

    /// <summary>The PBX is lost.</summary>
    public void Pause() => _isConnected = false;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await SleepAsync(cancellationToken);
                if (_isConnected)
                {
                    await reconciler.CheckAsync(cancellationToken);
                    await (importer?.ImportAsync(cancellationToken) ?? Task.CompletedTask);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is TelephonyException or StoreUnavailableException)
            {
                LogPutOff(logger, pbx, e);
            }
            catch (Exception e)
            {
                LogFailed(logger, pbx, e);
            }
        }
    }

    private async Task SleepAsync(CancellationToken cancellationToken)
    {
        await using var timer = runtime.Clock.CreateTimer(_ => _wake.Writer.TryWrite(true), null, options.ReconcileEvery, Timeout.InfiniteTimeSpan);
        await _wake.Reader.ReadAsync(cancellationToken);
    }

    [LoggerMessage(1211, LogLevel.Warning, "Reconciling with PBX {Pbx} is put off: it or a store does not answer")]
    private static partial void LogPutOff(ILogger logger, string pbx, Exception exception);

    [LoggerMessage(1212, LogLevel.Error, "Reconciling with PBX {Pbx} failed; it is tried again")]
    private static partial void LogFailed(ILogger logger, string pbx, Exception exception);
}
