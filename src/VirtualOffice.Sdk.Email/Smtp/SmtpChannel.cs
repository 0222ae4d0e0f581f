using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email;

/// <summary>
/// Hands messages to an SMTP server, each over a connection of its own. Only what the server said about this recipient or this message is final;
/// whatever keeps the server from being used is tried again, because it is the same for every message.
/// </summary>
internal sealed partial class SmtpChannel(EmailOptions options, MessageComposer composer, TimeProvider clock, ILogger<SmtpChannel> logger) : INotificationChannel
{
    private static readonly TimeSpan QuitTime = TimeSpan.FromSeconds(2);

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
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var attempt = await AttemptAsync(email, timeout, either.Token).ConfigureAwait(false);
        LogAttempt(logger, notification.Delivery.Id, attempt.Outcome);
        return attempt;
    }

    private async Task<DeliveryAttempt> AttemptAsync(MimeMessage email, CancellationTokenSource timeout, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, SocketOptions, cancellationToken).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(options.User))
            {
                if (!MayCarryPassword(client.IsSecure, options.Host))
                {
                    return Retry("the server offers no TLS, and the password is not sent without it; set UseTls, or leave User empty");
                }

                await client.AuthenticateAsync(options.User, options.Password ?? "", cancellationToken).ConfigureAwait(false);
            }

            var answer = await client.SendAsync(email, cancellationToken).ConfigureAwait(false);
            await QuitAsync(client).ConfigureAwait(false);
            return DeliveryAttempt.Delivered(MailText.Line(answer, SmtpErrors.MaxDetail));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return Retry($"no answer within {options.Timeout}");
        }
        catch (SmtpCommandException e)
        {
            return SmtpErrors.Judge(e, Server);
        }
        catch (Exception e) when (SmtpErrors.Explain(e) is { } reason)
        {
            return Retry(reason);
        }
    }

    private SecureSocketOptions SocketOptions => options.UseTls switch
    {
        EmailTls.StartTls => SecureSocketOptions.StartTls,
        EmailTls.Implicit => SecureSocketOptions.SslOnConnect,
        EmailTls.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    /// <summary>Whether a password may be sent over a connection: over TLS, or to this machine under a name that surely means it.</summary>
    internal static bool MayCarryPassword(bool isSecure, string host) =>
        isSecure || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private string Server => $"{options.Host}:{options.Port}";

    /// <summary>Takes leave. The server has the message: what goes wrong now changes nothing.</summary>
    private async Task QuitAsync(SmtpClient client)
    {
        using var patience = new CancellationTokenSource(QuitTime, clock);
        try
        {
            await client.DisconnectAsync(quit: true, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogQuitFailed(logger, e);
        }
    }

    private DeliveryAttempt Retry(string reason) => DeliveryAttempt.RetryLater($"{Server}: {MailText.Line(reason, SmtpErrors.MaxDetail)}");

    [LoggerMessage(6010, LogLevel.Debug, "Delivery {Delivery}: {Outcome}")]
    private static partial void LogAttempt(ILogger logger, DeliveryId delivery, DeliveryOutcome outcome);

    [LoggerMessage(6011, LogLevel.Debug, "The server took the message; leaving it failed")]
    private static partial void LogQuitFailed(ILogger logger, Exception exception);
}
