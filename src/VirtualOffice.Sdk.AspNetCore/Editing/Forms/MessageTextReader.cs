using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>Reads how messages are to read, and tells the merge fields that there are not.</summary>
/// <param name="mergeFields">The merge fields that there are.</param>
/// <param name="wrong">Is told what is wrong: the field, what was found, and what is allowed.</param>
internal sealed class MessageTextReader(IReadOnlyList<string> mergeFields, Action<string, string?, string> wrong)
{
    public const string Name = "messageText";

    private const int MaxSubject = 200;
    private const int MaxBody = 4000;

    public MessageTemplate? Read(MessageTextField field)
    {
        var template = new MessageTemplate { Subject = Text(field.Subject, $"{Name}.subject", MaxSubject, mayBreak: false), Body = Text(field.Body, $"{Name}.body", MaxBody, mayBreak: true) };
        return template is { Subject: null, Body: null } ? null : template;
    }

    private string? Text(string? typed, string at, int max, bool mayBreak)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var text = typed.ReplaceLineEndings("\n").Trim();
        if (text.Length > max || text.Any(c => char.IsControl(c) && !(mayBreak && c == '\n')))
        {
            wrong(at, text.Length > 60 ? text[..60] + "…" : text, mayBreak ? $"a text of at most {max} characters" : $"a text of at most {max} characters on one line");
        }

        foreach (var name in MessageTemplate.FieldsIn(text).Except(mergeFields, StringComparer.Ordinal))
        {
            wrong(at, $"{{{name}}}", $"one of the merge fields {string.Join(", ", mergeFields)}");
        }

        return text;
    }
}
