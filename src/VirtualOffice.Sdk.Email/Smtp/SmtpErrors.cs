using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email;

/// <summary>What an error of an SMTP server means for a delivery.</summary>
internal static class SmtpErrors
{
    public const int MaxDetail = 500;

    private const int Permanent = 500;

    /// <summary>A refusal in the server's own words: final when it is permanent and about this recipient or this message.</summary>
    public static DeliveryAttempt Judge(SmtpCommandException error, string server)
    {
        var answer = MailText.Line($"{server}: {(int)error.StatusCode} {error.Message}", MaxDetail);
        return error.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted when (int)error.StatusCode >= Permanent => DeliveryAttempt.Failed(answer),
            SmtpErrorCode.SenderNotAccepted => DeliveryAttempt.RetryLater($"{answer} (the sender was refused; check From)"),
            _ => DeliveryAttempt.RetryLater(answer),
        };
    }

    /// <summary>Why the server could not be used; null when the error is not of that kind.</summary>
    public static string? Explain(Exception error) => error switch
    {
        SslHandshakeException => $"TLS failed; make the server's certificate trusted, or set UseTls to None ({Innermost(error)})",
        AuthenticationException => $"the log-in was refused; check User and Password ({error.Message})",
        ServiceNotAuthenticatedException => $"the server wants a log-in; set User and Password ({error.Message})",
        NotSupportedException => $"the server cannot do what is set; check UseTls and User ({error.Message})",
        SocketException or IOException or ProtocolException or ServiceNotConnectedException => error.Message,
        _ => null,
    };

    private static string Innermost(Exception error) => error.GetBaseException().Message;
}
