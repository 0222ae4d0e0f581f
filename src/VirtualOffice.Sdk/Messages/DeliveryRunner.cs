using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Makes one attempt of a claimed delivery, in bounded time, and writes what became of it.</summary>
internal sealed partial class DeliveryRunner(
    IMessageOutbox outbox,
    IRecordingStore recordings,
    IEnumerable<INotificationChannel> channels,
    OfficeRuntime runtime,
    OfficeOptions options,
    OfficeEvents events,
    OfficeInstruments instruments,
    ILogger<DeliveryRunner> logger)
{
    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromMinutes(2);

    /// <summary>How long a delivery is claimed: for an attempt, and for a store that is away for a moment when its result is to be written.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task RunAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        var claimEnds = runtime.Clock.GetUtcNow() + ClaimTime;
        var attempt = await AttemptAsync(claim, cancellationToken);
        instruments.Attempted(attempt.Outcome);

        var now = runtime.Clock.GetUtcNow();
        var delivery = DeliveryRule.After(claim.Delivery, attempt, now);
        var escalation = DeliveryRule.Escalation(claim.Delivery, delivery, options.EscalateTo, now);
        var settlement = new DeliverySettlement(delivery, attempt, now)
        {
            Further = escalation is null ? [] : [escalation],
            HastensNext = delivery.State == DeliveryState.Failed,
        };
        await SettleAsync(settlement, claimEnds, cancellationToken);
        Report(claim.Delivery, delivery);
    }

    /// <summary>A result that is not written would be an attempt made twice: it is tried again as long as the claim holds.</summary>
    private async Task SettleAsync(DeliverySettlement settlement, DateTimeOffset claimEnds, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await outbox.SettleAsync(settlement, cancellationToken);
                return;
            }
            catch (StoreUnavailableException e) when (runtime.Clock.GetUtcNow() + Pause < claimEnds)
            {
                LogSettleFailed(logger, settlement.Delivery.Id, e);
                await Task.Delay(Pause, runtime.Clock, cancellationToken);
            }
        }
    }

    private void Report(MessageDelivery before, MessageDelivery after)
    {
        if (after.State == DeliveryState.Failed)
        {
            LogGivenUp(logger, after.Id, after.Company.Value, after.LastError ?? "");
        }
        else if (before.EscalatedAt is null && after.EscalatedAt is not null)
        {
            LogEscalated(logger, after.Id, after.Company.Value, after.LastError ?? "");
        }

        events.Publish(new MessageDeliveryChanged(after));
    }

    private async Task<DeliveryAttempt> AttemptAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        if (claim.Delivery.Recipient.Length == 0)
        {
            return DeliveryAttempt.Failed("Neither the company nor an employee of it has an address.");
        }

        var channel = channels.FirstOrDefault(c => c.Name == claim.Delivery.Channel);
        if (channel is null)
        {
            return DeliveryAttempt.RetryLater($"No notification channel '{claim.Delivery.Channel}' is configured; add one, for example with AddEmail(…).");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = runtime.Clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, AttemptTime, Timeout.InfiniteTimeSpan);
        try
        {
            var recording = claim.Message.Recording;
            var notification = new Notification(claim.Delivery, claim.Message, recording is { } id ? token => recordings.OpenAsync(id, token) : null)
            {
                AcknowledgeLink = AcknowledgeTokens.LinkOf(options, claim.Delivery.Id),
            };
            return await channel.DeliverAsync(notification, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return DeliveryAttempt.RetryLater($"There was no result within {AttemptTime.TotalSeconds:F0} s.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogAttemptFailed(logger, claim.Delivery.Id, e);
            return DeliveryAttempt.RetryLater(e.Message);
        }
    }

    [LoggerMessage(1301, LogLevel.Warning, "Delivery {Delivery}: the attempt failed")]
    private static partial void LogAttemptFailed(ILogger logger, DeliveryId delivery, Exception exception);

    [LoggerMessage(1302, LogLevel.Critical, "Delivery {Delivery} of {Company} is given up: {Reason}. A person must look")]
    private static partial void LogGivenUp(ILogger logger, DeliveryId delivery, string company, string reason);

    [LoggerMessage(1303, LogLevel.Warning, "Delivery {Delivery}: its result could not be written; tried again")]
    private static partial void LogSettleFailed(ILogger logger, DeliveryId delivery, Exception exception);

    [LoggerMessage(1304, LogLevel.Critical, "Delivery {Delivery} of {Company} is late and tried again: {Reason}. A person must look")]
    private static partial void LogEscalated(ILogger logger, DeliveryId delivery, string company, string reason);
}
