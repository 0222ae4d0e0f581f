using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Puts together what happened to a message, from what the stores keep of it.</summary>
internal sealed class MessageLog(IMessageOutbox outbox, ICallJournal journal)
{
    public async Task<IReadOnlyList<MessageLogEntry>> ReadAsync(MessageId message, CancellationToken cancellationToken)
    {
        // Every message has a delivery, and its numbers begin at 1.
        if (await outbox.FindAsync(new DeliveryId(message, 1), cancellationToken) is not { Call: var call })
        {
            return [];
        }

        List<MessageLogEntry> log = [];
        var history = await journal.ReadAsync(call, cancellationToken);
        if (history?.Events.OfType<MessageTaken>().FirstOrDefault(t => t.Message.Id == message) is { } taken)
        {
            log.Add(new MessageLogEntry(taken.At, MessageLogKind.Taken, null, DescribeTaken(taken.Message)));
        }

        foreach (var delivery in (await outbox.ReadAsync(call, cancellationToken)).Where(d => d.Id.Message == message))
        {
            var attempts = await outbox.ReadAttemptsAsync(delivery.Id, cancellationToken);
            log.AddRange(attempts.Select(a => new MessageLogEntry(a.At, MessageLogKind.Attempted, delivery.Recipient, Describe(delivery, a.Attempt)) { Delivery = delivery.Id }));
            if (delivery is { State: DeliveryState.Passed, Attempts: 0, LastError: { } why })
            {
                log.Add(new MessageLogEntry(delivery.CreatedAt, MessageLogKind.PassedOver, delivery.Recipient, why) { Delivery = delivery.Id });
            }

            if (delivery.EscalatedAt is { } escalated)
            {
                log.Add(new MessageLogEntry(escalated, MessageLogKind.Escalated, delivery.Recipient, "It was not delivered in time; a person was told.") { Delivery = delivery.Id });
            }
        }

        if (await outbox.FindAcknowledgementAsync(message, cancellationToken) is { Method: not AcknowledgementMethod.Correction } acknowledgement)
        {
            log.Add(new MessageLogEntry(acknowledgement.At, MessageLogKind.Acknowledged, acknowledgement.Who, Describe(acknowledgement.Method)));
        }

        if (history?.Events.OfType<MessageTaken>().FirstOrDefault(t => t.Message.Corrects == message) is { } correction)
        {
            log.Add(new MessageLogEntry(correction.At, MessageLogKind.Corrected, null, $"Message {correction.Message.Id} took its place."));
        }

        return [.. log.OrderBy(e => e.At)];
    }

    private static string Describe(MessageDelivery delivery, DeliveryAttempt attempt) =>
        $"By {delivery.Channel}: {attempt.Outcome}{(attempt.Detail is { Length: > 0 } detail ? $" ({detail})" : "")}.";

    private static string DescribeTaken(Message message) => message switch
    {
        { Kind: MessageKind.Voice } => "The caller spoke it.",
        { Corrects: { } wrong } => $"An operator wrote it to correct message {wrong}.",
        _ => "An operator wrote it.",
    };

    private static string Describe(AcknowledgementMethod method) => method switch
    {
        AcknowledgementMethod.Link => "By the link.",
        AcknowledgementMethod.Reply => "By an answer to the e-mail.",
        AcknowledgementMethod.Digit => "By pressing 1.",
        AcknowledgementMethod.PickUp => "By picking it up.",
        _ => "An operator noted it.",
    };
}
