using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Delivers what is due in the outbox, one attempt after another. It can be killed at any moment: a claim runs out, and the attempt is repeated under the same id.</summary>
internal sealed partial class OutboxWorker(
    IMessageOutbox outbox,
    IRecordingStore recordings,
    IEnumerable<INotificationChannel> channels,
    OfficeRuntime runtime,
    OfficeEvents events,
    OfficeInstruments instruments,
    ILogger<OutboxWorker> logger)
{
    private const int Batch = 20;

    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something new to deliver.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                while (await DeliverBatchAsync(cancellationToken))
                {
                }

                await SleepAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogOutboxFailed(logger, e);
                await Task.Delay(LongestSleep, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task<bool> DeliverBatchAsync(CancellationToken cancellationToken)
    {
        var now = runtime.Clock.GetUtcNow();
        var claims = await outbox.ClaimAsync(Batch, now, now + ClaimTime, cancellationToken);
        foreach (var claim in claims)
        {
            await DeliverAsync(claim, cancellationToken);
        }

        return claims.Count == Batch;
    }

    private async Task DeliverAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        var attempt = await AttemptAsync(claim, cancellationToken);
        instruments.Attempted(attempt.Outcome);
        var delivery = Settled(claim.Delivery with { Attempts = claim.Delivery.Attempts + 1 }, attempt);
        await outbox.SettleAsync(new DeliverySettlement(delivery, attempt, runtime.Clock.GetUtcNow()), cancellationToken);
        if (delivery.State == DeliveryState.Failed)
        {
            LogGivenUp(logger, delivery.Id, delivery.Company.Value, delivery.LastError ?? "");
        }

        events.Publish(new MessageDeliveryChanged(delivery));
    }

    private MessageDelivery Settled(MessageDelivery delivery, DeliveryAttempt attempt)
    {
        var pause = DeliveryBackoff.After(delivery.Attempts);
        return (attempt.Outcome, pause) switch
        {
            (DeliveryOutcome.Delivered, _) => delivery with { State = DeliveryState.Delivered, LastError = null },
            (DeliveryOutcome.RetryLater, { } wait) => delivery with { DueAt = runtime.Clock.GetUtcNow() + wait, LastError = attempt.Detail },
            _ => delivery with { State = DeliveryState.Failed, LastError = attempt.Detail },
        };
    }

    private async Task<DeliveryAttempt> AttemptAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        var channel = channels.FirstOrDefault(c => c.Name == claim.Delivery.Channel);
        if (channel is null)
        {
            return DeliveryAttempt.RetryLater($"No notification channel '{claim.Delivery.Channel}' is configured; add one, for example with AddEmail(…).");
        }

        try
        {
            var recording = claim.Message.Recording;
            return await channel.DeliverAsync(
                new Notification(claim.Delivery, claim.Message, recording is { } id ? token => recordings.OpenAsync(id, token) : null),
                cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogAttemptFailed(logger, claim.Delivery.Id, e);
            return DeliveryAttempt.RetryLater(e.Message);
        }
    }

    private async Task SleepAsync(CancellationToken cancellationToken)
    {
        // Other hosts write too, and claims run out: look now and then even when nobody wakes us.
        await using var timer = runtime.Clock.CreateTimer(_ => Wake(), null, LongestSleep, Timeout.InfiniteTimeSpan);
        await _wake.Reader.ReadAsync(cancellationToken);
    }

    [LoggerMessage(1300, LogLevel.Error, "The outbox could not be read; it is tried again")]
    private static partial void LogOutboxFailed(ILogger logger, Exception exception);

    [LoggerMessage(1301, LogLevel.Warning, "Delivery {Delivery}: the attempt failed")]
    private static partial void LogAttemptFailed(ILogger logger, DeliveryId delivery, Exception exception);

    [LoggerMessage(1302, LogLevel.Critical, "Delivery {Delivery} of {Company} is given up: {Reason}. A person must look")]
    private static partial void LogGivenUp(ILogger logger, DeliveryId delivery, string company, string reason);
}
