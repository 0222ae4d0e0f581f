using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email;

/// <summary>Writes messages as files that appear whole or not at all. A repeated attempt writes the same file again.</summary>
internal sealed partial class PickupFolderChannel(EmailPickupOptions options, MessageComposer composer, ILogger<PickupFolderChannel> logger) : INotificationChannel
{
    public string Name => "email";

    public NotificationPreview? Preview(Notification notification) => MessageComposer.Preview(notification);

    public async Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (!Mailbox.TryParse(notification.Delivery.Recipient, out var recipient))
        {
            return DeliveryAttempt.Failed($"'{MailText.Line(notification.Delivery.Recipient, 100)}' is not an e-mail address.");
        }

        using var email = await composer.ComposeAsync(notification, recipient, cancellationToken).ConfigureAwait(false);
        var name = $"{notification.Delivery.Id}.eml";
        try
        {
            Directory.CreateDirectory(options.Folder);
            var path = Path.Combine(options.Folder, name);
            var unfinished = path + ".tmp";
            var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                await email.WriteToAsync(file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, notification.Delivery.Id, e);
            return DeliveryAttempt.RetryLater($"{name} could not be written: {e.Message}");
        }

        return DeliveryAttempt.Delivered(name);
    }

    [LoggerMessage(6020, LogLevel.Warning, "Delivery {Delivery}: the file could not be written")]
    private static partial void LogNotWritten(ILogger logger, DeliveryId delivery, Exception exception);
}
