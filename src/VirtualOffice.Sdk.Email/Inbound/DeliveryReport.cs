using MimeKit;

namespace VirtualOffice.Sdk.Email;

/// <summary>What a mail server reports of an e-mail that was sent (RFC 3464): <c>multipart/report</c> with a part for machines, and the e-mail or its headers.</summary>
/// <param name="MessageId">The Message-ID of what was sent; empty when the report does not tell.</param>
/// <param name="Failure">Why it failed, in the server's words; null when it did not: it is late, or was delivered.</param>
/// <param name="IsFinal">Whether it is of no use to send it again (RFC 3463: class 5).</param>
internal sealed record DeliveryReport(string MessageId, string? Failure, bool IsFinal)
{
    private const int MaxReason = 400;

    /// <summary>Reads a report; null when the e-mail is none.</summary>
    public static DeliveryReport? Read(MimeMessage email)
    {
        if (email.Body is not MultipartReport report || !string.Equals(report.ReportType, "delivery-status", StringComparison.OrdinalIgnoreCase)
            || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            return null;
        }

        // The first group is about the message, every further one about a recipient; an e-mail of ours has one.
        var failed = status.StatusGroups.Skip(1).FirstOrDefault(g => string.Equals(g["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        var code = failed?["Status"]?.Trim() ?? "";
        return new DeliveryReport(
            SentId(report) ?? email.InReplyTo ?? "",
            failed is null ? null : MailText.Line($"{code} {failed["Diagnostic-Code"] ?? "no reason given"}", MaxReason),
            !code.StartsWith('4'));
    }

    private static string? SentId(MultipartReport report)
    {
        foreach (var part in report)
        {
            switch (part)
            {
                case MessagePart { Message: { } sent }:
                    return sent.MessageId;
                case TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers"):
                    return ReadHeaders(text);
            }
        }

        return null;
    }

    private static string? ReadHeaders(TextPart text)
    {
        using var headers = new MemoryStream();
        text.Content?.DecodeTo(headers);
        headers.Position = 0;
        try
        {
            return HeaderList.Load(headers)[HeaderId.MessageId];
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
