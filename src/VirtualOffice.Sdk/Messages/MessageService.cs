using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Reads deliveries from the outbox, and has them attempted again.</summary>
internal sealed class MessageService(IMessageOutbox outbox, OutboxWorker worker, DeliveryRunner runner, ICallJournal journal, IRecordingStore recordings, ScriptKinds kinds, OfficeOptions options, TimeProvider clock) : IMessages
{
    private const int MaxLimit = 500;
    private const int MaxWho = 100;
    private const int MaxFrom = 320;
    private const int MaxReason = 500;

    public MessageExample ExampleFor(CompanyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return MessageExamples.Of(definition, kinds.All, clock.GetUtcNow());
    }

    public Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default) =>
        outbox.ReadAsync(call, cancellationToken);

    public Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Limit is < 1 or > MaxLimit
            ? throw new ArgumentOutOfRangeException(nameof(filter), filter.Limit, $"Limit is 1 to {MaxLimit}.")
            : outbox.ListAsync(filter, cancellationToken);
    }

    public Task<IReadOnlyList<RecordedAttempt>> ListAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken = default) =>
        outbox.ReadAttemptsAsync(delivery, cancellationToken);

    public async Task<bool> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken = default)
    {
        var isReopened = await runner.ReopenAsync(delivery, cancellationToken);
        worker.Wake();
        return isReopened;
    }

    public async Task<MessageAcknowledgement?> AcknowledgeAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!AcknowledgeTokens.TryRead(options, token, clock.GetUtcNow(), out var id) || await outbox.FindAsync(id, cancellationToken) is not { } delivery)
        {
            return null;
        }

        var acknowledgement = new MessageAcknowledgement(id.Message, clock.GetUtcNow(), delivery.Recipient, AcknowledgementMethod.Link);
        return await AcknowledgeAsync(acknowledgement, cancellationToken);
    }

    public Task<MessageAcknowledgement?> AcknowledgeAsync(MessageId message, string who, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return who.Length > MaxWho
            ? throw new ArgumentOutOfRangeException(nameof(who), who.Length, $"Who acknowledges has 1 to {MaxWho} characters.")
            : AcknowledgeAsync(new MessageAcknowledgement(message, clock.GetUtcNow(), who.Trim(), AcknowledgementMethod.Operator), cancellationToken);
    }

    public async Task<MessageAcknowledgement?> AcknowledgeByReplyAsync(string messageId, string? from = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        if (from is not null && (string.IsNullOrWhiteSpace(from) || from.Length > MaxFrom))
        {
            throw new ArgumentOutOfRangeException(nameof(from), from.Length, $"Who answers is an address of 1 to {MaxFrom} characters, or null.");
        }

        if (!EmailMessageId.TryRead(messageId, out var id) || await outbox.FindAsync(id, cancellationToken) is not { } delivery)
        {
            return null;
        }

        var acknowledgement = new MessageAcknowledgement(id.Message, clock.GetUtcNow(), from?.Trim() ?? delivery.Recipient, AcknowledgementMethod.Reply);
        return await AcknowledgeAsync(acknowledgement, cancellationToken);
    }

    public async Task<bool> PickUpAsync(DeliveryId delivery, string who, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        if (who.Length > MaxWho)
        {
            throw new ArgumentOutOfRangeException(nameof(who), who.Length, $"Who picks a message up has 1 to {MaxWho} characters.");
        }

        return await runner.PickUpAsync(delivery, who.Trim(), cancellationToken);
    }

    public async Task<bool> ReportBounceAsync(string messageId, string reason, bool isFinal = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        ArgumentNullException.ThrowIfNull(reason);
        if (!EmailMessageId.TryRead(messageId, out var id))
        {
            return false;
        }

        var detail = $"It came back: {(reason.Length > MaxReason ? reason[..MaxReason] : reason)}";
        var isTakenBack = await runner.TakeBackAsync(id, isFinal ? DeliveryAttempt.Failed(detail) : DeliveryAttempt.RetryLater(detail), cancellationToken);
        worker.Wake();
        return isTakenBack;
    }

    public async Task<LinkedRecording?> OpenRecordingAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!RecordingTokens.TryRead(options, token, clock.GetUtcNow(), out var id)
            || await outbox.FindAsync(id, cancellationToken) is not { } delivery
            || await journal.ReadAsync(delivery.Call, cancellationToken) is not { } history)
        {
            return null;
        }

        var recording = CallRecord.Fold(history.Call, history.Events).Messages.FirstOrDefault(m => m.Id == id.Message)?.Recording;
        return recording is { } stored && await recordings.OpenAsync(stored, cancellationToken) is { } wav
            ? new LinkedRecording(id, delivery.Call, delivery.Company, stored, wav)
            : null;
    }

    public Task<IReadOnlyList<MessageLogEntry>> ReadLogAsync(MessageId message, CancellationToken cancellationToken = default) =>
        new MessageLog(outbox, journal).ReadAsync(message, cancellationToken);

    public Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken = default) =>
        outbox.FindAcknowledgementAsync(message, cancellationToken);

    private async Task<MessageAcknowledgement?> AcknowledgeAsync(MessageAcknowledgement acknowledgement, CancellationToken cancellationToken)
    {
        var first = await outbox.AcknowledgeAsync(acknowledgement, cancellationToken);
        if (first is not null)
        {
            runner.Acknowledged(acknowledgement.Message);
        }

        return first;
    }
}
