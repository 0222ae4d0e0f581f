using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads how a company's messages read.</summary>
internal sealed class MessageTemplateReader(DocumentReader reader, IReadOnlyList<Script> scripts, IReadOnlyList<ScriptStepKind> kinds)
{
    public const int MaxSubject = 200;
    public const int MaxBody = 4000;

    public MessageTemplate? Read(DocumentNode? node)
    {
        if (node is null || reader.Fields(node, "subject", "body") is not { } fields)
        {
            return null;
        }

        if (fields.Count == 0)
        {
            reader.Problem(node, "a subject, a body, or both", "neither");
        }

        return new MessageTemplate
        {
            Subject = Checked(fields.GetValueOrDefault("subject"), n => reader.Text(n, MaxSubject)),
            Body = Checked(fields.GetValueOrDefault("body"), n => reader.LongText(n, MaxBody)),
        };
    }

    private string? Checked(DocumentNode? node, Func<DocumentNode, string?> read)
    {
        if (node is null || read(node) is not { } text)
        {
            return null;
        }

        var known = MessageTemplate.Names(scripts, kinds);
        foreach (var name in MessageTemplate.FieldsIn(text).Except(known, StringComparer.Ordinal))
        {
            reader.Problem(node, $"the merge fields {string.Join(", ", known)}{Nearest.Hint(name, known)}", $"the merge field '{DocumentNode.Short(name)}'");
        }

        return text;
    }
}
