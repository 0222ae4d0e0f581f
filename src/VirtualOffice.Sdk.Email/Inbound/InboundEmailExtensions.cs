using MimeKit;
using VirtualOffice.Sdk.Email;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk;

/// <summary>Takes in what comes to the address that messages are sent from: answers, which acknowledge, and bounces.</summary>
public static class InboundEmailExtensions
{
    /// <summary>
    /// Takes an e-mail in: a report of failed delivery (RFC 3464) takes the delivery back, and a person's answer acknowledges the message. Automatic answers (RFC 3834) do neither.
    /// Taking the same e-mail in again is harmless.
    /// </summary>
    /// <param name="messages">The office's messages.</param>
    /// <param name="email">The e-mail as it came, RFC 5322; at most as large as the host's mailbox lets it be.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FormatException">It is no e-mail.</exception>
    public static async Task<InboundEmailResult> TakeInEmailAsync(this IMessages messages, Stream email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(email);
        using var message = await MimeMessage.LoadAsync(email, cancellationToken).ConfigureAwait(false);
        if (DeliveryReport.Read(message) is { } report)
        {
            return report.Failure is { } failure && await messages.ReportBounceAsync(report.MessageId, failure, report.IsFinal, cancellationToken).ConfigureAwait(false)
                ? InboundEmailResult.Bounced
                : InboundEmailResult.Ignored;
        }

        if (IsAutomatic(message))
        {
            return InboundEmailResult.Ignored;
        }

        var from = message.From.Mailboxes.FirstOrDefault()?.Address;
        foreach (var id in Answered(message))
        {
            if (await messages.AcknowledgeByReplyAsync(id, string.IsNullOrWhiteSpace(from) ? null : from, cancellationToken).ConfigureAwait(false) is { Method: not AcknowledgementMethod.Correction })
            {
                return InboundEmailResult.Acknowledged;
            }
        }

        return InboundEmailResult.Ignored;
    }

    /// <summary>What it answers, and, for programs that leave that out, the thread it is in, the nearest first.</summary>
    private static IEnumerable<string> Answered(MimeMessage message) =>
        (message.InReplyTo is { Length: > 0 } id ? message.References.Reverse().Prepend(id) : message.References.Reverse()).Distinct(StringComparer.Ordinal);

    private static bool IsAutomatic(MimeMessage message) =>
        message.Headers[HeaderId.AutoSubmitted] is { } submitted ? !submitted.Trim().Equals("no", StringComparison.OrdinalIgnoreCase)
        : message.Headers[HeaderId.ReturnPath]?.Trim() is "<>"
            || message.Headers["X-Autoreply"] is not null
            || message.Headers["X-Auto-Response-Suppress"]?.Contains("All", StringComparison.OrdinalIgnoreCase) == true
            || message.Headers[HeaderId.Precedence]?.Trim().ToUpperInvariant() is "BULK" or "JUNK" or "LIST" or "AUTO_REPLY";
}
