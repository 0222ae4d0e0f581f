using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email;

/// <summary>What a message says, once as plain text and once as HTML.</summary>
internal sealed class MessageBody
{
    private const int MaxHeading = 200;
    private const string Indent = "    ";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _title;
    private readonly IReadOnlyList<string> _text = [];
    private readonly List<(string Name, IReadOnlyList<string> Value)> _rows = [];

    public MessageBody(DeliveryId delivery, Message message, string? voiceMessage, Uri? acknowledgeLink = null)
    {
        var prefix = (delivery.IsEscalation ? "NOT DELIVERED – " : "") + (message.Corrects is null ? "" : "CORRECTED – ");
        var kind = message.Kind == MessageKind.Voice ? "voice message" : "message";
        var to = message.EmployeeName is { } name ? $" for {name}" : "";
        _title = MailText.Line($"{prefix}{message.CompanyName}: {kind}{to}", MaxHeading);
        Subject = MailText.Line($"{prefix}{message.CompanyName}: {kind}{to} from {message.Caller}", MaxHeading);

        if (message.Kind == MessageKind.Summary)
        {
            Subject = _title = MailText.Line($"{message.CompanyName}: messages until {message.ReceivedAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}", MaxHeading);
            foreach (var summed in message.Fields)
            {
                Add(summed.Name, summed.Value);
            }

            return;
        }

        Subject = message.Subject is { Length: > 0 } subject ? MailText.Line(prefix + subject, MaxHeading) : Subject;
        if (delivery.IsEscalation)
        {
            Add("Please see to it", $"This message has not reached its recipient. The work list has the reason, under delivery {delivery.Escalated()}.");
        }

        if (message.Corrects is not null)
        {
            Add("Correction", "This takes the place of an earlier message of the same call.");
        }

        if (message.Text is { } text)
        {
            // The company says how its messages read; what follows is the office's.
            _title = Subject;
            _text = MailText.Lines(text);
            Add("Voice message", voiceMessage);
            Add("To confirm that you see to it", acknowledgeLink?.AbsoluteUri);
            return;
        }

        Add("Company", message.CompanyName);
        Add("For", message.EmployeeName);
        Add("Caller", message.Caller.Number?.ToString() ?? (message.Caller.IsWithheld ? "number withheld" : message.Caller.Text));
        Add("Caller's name", message.Caller.Name);
        Add("Dialled", message.Dialled);
        Add("Received", message.ReceivedAt.ToString("dddd, d MMMM yyyy, HH:mm:ss 'UTC'zzz", CultureInfo.InvariantCulture));
        foreach (var field in message.Fields)
        {
            Add(field.Name, field.Value);
        }

        Add("Voice message", voiceMessage);
        Add("To confirm that you see to it", acknowledgeLink?.AbsoluteUri);
    }

    public string Subject { get; }

    public string ToText()
    {
        var text = new StringBuilder(_title).Append("\n\n");
        foreach (var line in _text)
        {
            text.Append(line).Append('\n');
        }

        text.Append(_text.Count > 0 && _rows.Count > 0 ? "\n" : "");
        foreach (var (name, value) in _rows)
        {
            text.Append(name).Append(": ").Append(value[0]).Append('\n');
            foreach (var line in value.Skip(1))
            {
                // Indented, so that a caller's text cannot look like a row of ours.
                text.Append(Indent).Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    public string ToHtml()
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n<h3>")
            .Append(Html.Encode(_title))
            .Append("</h3>\n");
        if (_text.Count > 0)
        {
            html.Append("<p dir=\"auto\">").AppendJoin("<br>\n", _text.Select(Html.Encode)).Append("</p>\n");
        }

        html.Append("<table cellpadding=\"4\">\n");
        foreach (var (name, value) in _rows)
        {
            html.Append("<tr><th align=\"left\" valign=\"top\">").Append(Html.Encode(name)).Append("</th><td dir=\"auto\">")
                .AppendJoin("<br>\n", value.Select(Html.Encode))
                .Append("</td></tr>\n");
        }

        return html.Append("</table>\n</body></html>\n").ToString();
    }

    private void Add(string name, string? value)
    {
        if (value is not null)
        {
            _rows.Add((MailText.Line(name, MaxHeading), MailText.Lines(value)));
        }
    }
}
