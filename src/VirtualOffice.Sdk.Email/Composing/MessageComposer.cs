using System.Globalization;
using Microsoft.Extensions.Logging;
using MimeKit;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email;

/// <summary>Makes the e-mail of a delivery. Every attempt gives the same one, down to its Message-ID and date; only a signature tells when it was made.</summary>
internal sealed partial class MessageComposer(string from, long maxAttachmentBytes, ILogger<MessageComposer> logger, DkimSealer? sealer = null)
{
    private const int MaxLine = 78;

    private readonly MailboxAddress _from = Mailbox.TryParse(from, out var mailbox) ? mailbox : throw new FormatException($"'{from}' is not an e-mail address.");

    /// <summary>Composes; the caller disposes the e-mail.</summary>
    public async Task<MimeMessage> ComposeAsync(Notification notification, MailboxAddress recipient, CancellationToken cancellationToken)
    {
        var message = notification.Message;
        var wav = notification.OpenRecordingAsync is null || notification.RecordingLink is not null ? null : await ReadRecordingAsync(notification, cancellationToken).ConfigureAwait(false);
        var body = new MessageBody(notification.Delivery.Id, message, (notification.OpenRecordingAsync, wav) switch
        {
            _ when notification.RecordingLink is { } link => link.AbsoluteUri,
            (null, _) => null,
            (_, null) => "it could not be attached; ask the office for it",
            _ => "attached",
        }, notification.AcknowledgeLink);
        var email = new MimeMessage
        {
            MessageId = $"{notification.Delivery.Id}@{MailboxAddress.EncodeAddrspec(_from.Address).Split('@')[^1]}",
            Date = message.ReceivedAt,
            Subject = body.Subject,
            Body = Body(body, wav, notification),
        };
        email.From.Add(_from);
        email.To.Add(recipient);

        // RFC 3834: nobody's absence notice shall answer it.
        email.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        email.Prepare(EncodingConstraint.SevenBit, MaxLine);
        sealer?.Sign(email);
        return email;
    }

    /// <summary>The subject and the plain text of the e-mail that would be composed.</summary>
    public static NotificationPreview Preview(Notification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var body = new MessageBody(notification.Delivery.Id, notification.Message, notification.OpenRecordingAsync is null ? null : "attached", notification.AcknowledgeLink);
        return new NotificationPreview(body.Subject, body.ToText());
    }

    private static MimeEntity Body(MessageBody body, byte[]? wav, Notification notification)
    {
        // No caller can know a delivery's id, so no text can contain these boundaries.
        var text = new MultipartAlternative { Boundary = $"=_{notification.Delivery.Id}_text" };
        text.Add(new TextPart("plain") { Text = body.ToText() });
        text.Add(new TextPart("html") { Text = body.ToHtml() });
        if (wav is null)
        {
            return text;
        }

        var mixed = new Multipart("mixed") { Boundary = $"=_{notification.Delivery.Id}_mixed" };
        mixed.Add(text);
        mixed.Add(new MimePart("audio", "wav")
        {
            // Nothing from outside is in the name.
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment)
            {
                FileName = $"voice-message-{notification.Message.ReceivedAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.wav",
            },
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(wav, writable: false)),
        });
        return mixed;
    }

    private async Task<byte[]?> ReadRecordingAsync(Notification notification, CancellationToken cancellationToken)
    {
        var stream = await notification.OpenRecordingAsync!(cancellationToken).ConfigureAwait(false);
        if (stream is null)
        {
            LogRecordingMissing(logger, notification.Delivery.Id);
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            using var copy = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > maxAttachmentBytes)
                {
                    LogRecordingTooLarge(logger, notification.Delivery.Id, maxAttachmentBytes);
                    return null;
                }
            }

            return copy.ToArray();
        }
    }

    [LoggerMessage(6000, LogLevel.Error, "Delivery {Delivery}: the voice message is not stored; the e-mail goes without it")]
    private static partial void LogRecordingMissing(ILogger logger, DeliveryId delivery);

    [LoggerMessage(6001, LogLevel.Warning, "Delivery {Delivery}: the voice message is larger than {Max} bytes; the e-mail goes without it")]
    private static partial void LogRecordingTooLarge(ILogger logger, DeliveryId delivery, long max);
}
