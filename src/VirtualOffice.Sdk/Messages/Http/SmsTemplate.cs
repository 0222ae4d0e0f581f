using System.Text;
using System.Text.Encodings.Web;

namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>Fills a template's placeholders in one pass: what is filled in is encoded, and never looked at again.</summary>
internal static class SmsTemplate
{
    public const string To = "{to}";
    public const string Text = "{text}";
    public const string Id = "{id}";

    /// <summary>Encodes for a path, a query or a form.</summary>
    public static string ForUrl(string value) => Uri.EscapeDataString(value);

    /// <summary>Encodes for the inside of a JSON string.</summary>
    public static string ForJson(string value) => JavaScriptEncoder.Default.Encode(value);

    public static string Fill(string template, string to, string text, string id, Func<string, string> encode)
    {
        var filled = new StringBuilder(template.Length + text.Length);
        for (var at = 0; at < template.Length;)
        {
            var rest = template.AsSpan(at);
            var (placeholder, value) = rest switch
            {
                _ when rest.StartsWith(To, StringComparison.Ordinal) => (To, to),
                _ when rest.StartsWith(Text, StringComparison.Ordinal) => (Text, text),
                _ when rest.StartsWith(Id, StringComparison.Ordinal) => (Id, id),
                _ => ("", ""),
            };
            if (placeholder.Length == 0)
            {
                filled.Append(template[at++]);
                continue;
            }

            filled.Append(encode(value));
            at += placeholder.Length;
        }

        return filled.ToString();
    }
}
