using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Puts the work list before the operators again every so often: what could not be delivered must not be forgotten because somebody was busy when it failed.</summary>
internal sealed partial class WorkListReminder(IMessageOutbox outbox, OfficeRuntime runtime, OfficeOptions options, OfficeEvents events, ILogger<WorkListReminder> logger)
{
    private const int Shown = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(options.RemindEvery, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            try
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    await RemindAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogPutOff(logger, e);
            }
        }
    }

    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        var waiting = await outbox.ListAsync(new DeliveryFilter(TenantScope.Office, DeliveryState.Failed, Limit: Shown) { UnacknowledgedOnly = true }, cancellationToken);
        if (waiting.Count > 0)
        {
            LogWaiting(logger, waiting.Count, waiting[0].Id);
            events.Publish(new MessagesUndelivered(waiting));
        }
    }

    [LoggerMessage(1310, LogLevel.Warning, "{Count} deliveries wait on the work list, the oldest is {Oldest}")]
    private static partial void LogWaiting(ILogger logger, int count, DeliveryId oldest);

    [LoggerMessage(1311, LogLevel.Warning, "The work list could not be read; it is presented the next time")]
    private static partial void LogPutOff(ILogger logger, Exception exception);
}
