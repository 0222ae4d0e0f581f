using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
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
    ILogger<DeliveryRunner> logger,
    CompanyDirectory? companies = null)
{
    /// <summary>How long an attempt may take, unless its channel says otherwise.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromMinutes(2);

    /// <summary>The longest that a channel may ask for.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(4);

    /// <summary>How long a delivery is claimed: for an attempt, and for a store that is away for a moment when its result is to be written.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly WatchedMessages _watched = new();

    /// <summary>What was corrected here: the store may learn of it later, from the spool.</summary>
    private readonly ConcurrentDictionary<MessageId, bool> _corrected = new();

    /// <summary>Somebody has acknowledged a message: who is being rung up to be told of it need not be.</summary>
    public void Acknowledged(MessageId message) => _watched.Acknowledged(message);

    /// <summary>Another message takes the place of one: it is not attempted any more, and who is being rung up for it need not be.</summary>
    public void Corrected(MessageId message)
    {
        _corrected[message] = true;
        _watched.Acknowledged(message);
    }

    public async Task RunAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        var claimEnds = runtime.Clock.GetUtcNow() + ClaimTime;
        using var watched = _watched.Open(claim.Message.Id);
        if (_corrected.ContainsKey(claim.Message.Id))
        {
            await UntilAsync(() => CancelAsync(claim.Delivery, cancellationToken), claim.Delivery.Id, claimEnds, cancellationToken);
            return;
        }

        var attempt = await AttemptAsync(claim, watched.Acknowledged, cancellationToken);
        instruments.Attempted(attempt.Outcome);
        var settlement = await UntilAsync(() => SettleAsync(claim.Delivery, attempt, cancellationToken), claim.Delivery.Id, claimEnds, cancellationToken);
        Report(claim.Delivery, settlement.Delivery);
    }

    /// <summary>Takes back that a delivery was delivered.</summary>
    /// <returns>False when it does not count as delivered.</returns>
    public async Task<bool> TakeBackAsync(DeliveryId id, DeliveryAttempt bounce, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(id, cancellationToken) is not { State: DeliveryState.Delivered } delivered)
        {
            return false;
        }

        if (await IsCorrectedAsync(id.Message, cancellationToken))
        {
            // It counts as taken back, and is not wanted any more.
            _corrected[id.Message] = true;
        }

        instruments.Attempted(bounce.Outcome);
        var settlement = await SettleAsync(delivered with { State = DeliveryState.Pending }, bounce, cancellationToken, DeliveryState.Delivered);
        Report(delivered, settlement.Delivery);
        return true;
    }

    /// <summary>Notes that a message that was kept was told to whom it is for.</summary>
    /// <returns>False when it is not kept.</returns>
    public async Task<bool> PickUpAsync(DeliveryId id, string who, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(id, cancellationToken) is not { State: DeliveryState.Held } held)
        {
            return false;
        }

        var now = runtime.Clock.GetUtcNow();
        var delivered = held with { State = DeliveryState.Delivered, Attempts = held.Attempts + 1 };
        var settlement = new DeliverySettlement(delivered, DeliveryAttempt.Delivered($"picked up by {who}"), now)
        {
            From = DeliveryState.Held,
            Acknowledgement = new MessageAcknowledgement(id.Message, now, who, AcknowledgementMethod.PickUp),
        };
        await outbox.SettleAsync(settlement, cancellationToken);
        _watched.Acknowledged(id.Message);
        Report(held, delivered);
        return true;
    }

    /// <summary>Has a delivery attempted again that has ended.</summary>
    /// <returns>False when there is no such delivery, it is kept to be picked up, its message was corrected, or it is being attempted anyway.</returns>
    public async Task<bool> ReopenAsync(DeliveryId id, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(id, cancellationToken) is null or { State: DeliveryState.Held } || await IsCorrectedAsync(id.Message, cancellationToken) || !await outbox.ReopenAsync(id, runtime.Clock.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        if (await outbox.FindAsync(id, cancellationToken) is { } reopened)
        {
            events.Publish(new MessageDeliveryChanged(reopened));
        }

        return true;
    }

    private async Task<DeliverySettlement> SettleAsync(MessageDelivery before, DeliveryAttempt attempt, CancellationToken cancellationToken, DeliveryState from = DeliveryState.Pending)
    {
        var later = attempt.Outcome == DeliveryOutcome.NotReached ? await LaterStepsAsync(before, cancellationToken) : [];
        var now = runtime.Clock.GetUtcNow();
        var isSeenTo = attempt.Outcome == DeliveryOutcome.NotReached && !before.Id.IsEscalation && await outbox.FindAcknowledgementAsync(before.Id.Message, cancellationToken) is not null;
        var delivery = attempt.Outcome != DeliveryOutcome.Delivered && _corrected.ContainsKey(before.Id.Message)
            ? before with { State = DeliveryState.Cancelled, Attempts = before.Attempts + 1, LastError = attempt.Detail }
            : DeliveryRule.After(before, attempt, later.Count > 0 || isSeenTo, now);
        var escalation = DeliveryRule.Escalation(before, delivery, options, now);
        var settlement = new DeliverySettlement(delivery, attempt, now)
        {
            From = from,
            Further = escalation is null ? [] : [escalation],
            HastensNext = delivery.State == DeliveryState.Failed || (delivery.State == DeliveryState.Passed && later.Count > 0 && later[0].Id.Number == delivery.Id.Number + 1 && later[0].Turn == delivery.Turn),
            Acknowledgement = attempt.IsAccepted ? new MessageAcknowledgement(delivery.Id.Message, now, delivery.Recipient, AcknowledgementMethod.Digit) : null,
        };
        await outbox.SettleAsync(settlement, cancellationToken);
        if (attempt.IsAccepted)
        {
            _watched.Acknowledged(before.Id.Message);
        }

        return settlement;
    }

    private async Task<bool> CancelAsync(MessageDelivery delivery, CancellationToken cancellationToken)
    {
        var cancelled = delivery with { State = DeliveryState.Cancelled };
        await outbox.SettleAsync(new DeliverySettlement(cancelled, null, runtime.Clock.GetUtcNow()), cancellationToken);
        events.Publish(new MessageDeliveryChanged(cancelled));
        return true;
    }

    private async Task<bool> IsCorrectedAsync(MessageId message, CancellationToken cancellationToken) =>
        _corrected.ContainsKey(message) || await outbox.FindAcknowledgementAsync(message, cancellationToken) is { Method: AcknowledgementMethod.Correction };

    /// <summary>The later steps of the message's dispatch rule that are still to come or have reached somebody, the next one first.</summary>
    private async Task<IReadOnlyList<MessageDelivery>> LaterStepsAsync(MessageDelivery delivery, CancellationToken cancellationToken) =>
    [
        .. (await outbox.ReadAsync(delivery.Call, cancellationToken))
            .Where(d => d.Id.Message == delivery.Id.Message && d.Id.Number > delivery.Id.Number && d is { Id.IsEscalation: false, State: DeliveryState.Pending or DeliveryState.Delivered }),
    ];

    /// <summary>A result that is not written would be an attempt made twice: it is tried again as long as the claim holds.</summary>
    private async Task<T> UntilAsync<T>(Func<Task<T>> write, DeliveryId delivery, DateTimeOffset claimEnds, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (StoreUnavailableException e) when (runtime.Clock.GetUtcNow() + Pause < claimEnds)
            {
                LogSettleFailed(logger, delivery, e);
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

    private async Task<DeliveryAttempt> AttemptAsync(ClaimedDelivery claim, CancellationToken acknowledged, CancellationToken cancellationToken)
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

        var time = channel.AttemptTime is { } wished ? (wished < LongestAttempt ? wished : LongestAttempt) : AttemptTime;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = runtime.Clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, time, Timeout.InfiniteTimeSpan);
        try
        {
            var recording = claim.Message.Recording;
            var notification = new Notification(claim.Delivery, claim.Message, recording is { } id ? token => recordings.OpenAsync(id, token) : null)
            {
                AcknowledgeLink = AcknowledgeTokens.LinkOf(options, claim.Delivery),
                RecordingLink = RecordingTokens.LinkOf(options, companies?.Find(claim.Message.Company), claim.Message, claim.Delivery),
                Acknowledged = acknowledged,
            };
            return await channel.DeliverAsync(notification, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return DeliveryAttempt.RetryLater($"There was no result within {time.TotalSeconds:F0} s.");
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
