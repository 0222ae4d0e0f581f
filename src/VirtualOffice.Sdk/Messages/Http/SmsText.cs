using System.Globalization;
using System.Text;

namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>A message in a few words: who it is for, who called, and what was gathered, on one line.</summary>
internal static class SmsText
{
    private const string End = "…";

    public static string Of(Notification notification, int maxLength)
    {
        var message = notification.Message;
        var link = notification.AcknowledgeLink is { } uri && uri.AbsoluteUri.Length < maxLength / 2 ? $" {uri.AbsoluteUri}" : "";
        var prefix = (notification.Delivery.Id.IsEscalation ? "NOT DELIVERED: " : "") + (message.Corrects is null ? "" : "CORRECTED: ");
        if (message.Text is { } own)
        {
            return Cut(OneLine(prefix + own), maxLength - link.Length) + link;
        }

        var text = new StringBuilder(prefix)
            .Append(message.CompanyName)
            .Append(message.Kind == MessageKind.Voice ? ": voice message" : ": message")
            .Append(message.EmployeeName is { } employee ? $" for {employee}" : "")
            .Append(CultureInfo.InvariantCulture, $" from {message.Caller}, {message.ReceivedAt:HH:mm}.");
        foreach (var field in message.Fields)
        {
            text.Append(' ').Append(field.Name).Append(": ").Append(field.Value).Append(';');
        }

        return Cut(OneLine(text.ToString().TrimEnd(';')), maxLength - link.Length) + link;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value is 0x200C or 0x200D)
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        // Never in the middle of a character of two halves.
        var length = maxLength - End.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), End);
    }
}
