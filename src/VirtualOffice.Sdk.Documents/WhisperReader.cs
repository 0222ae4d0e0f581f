using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads what an operator who has answered hears before being connected.</summary>
internal static class WhisperReader
{
    public const string Name = "name";
    public const int MaxText = 200;

    private const string AWhisper = "'name', or a prompt or a text, such as { text: \"Fox Travel\", language: en }";

    public static CompanyWhisper? Read(DocumentReader reader, DocumentNode node)
    {
        if (node.Text is { } word)
        {
            if (word == Name)
            {
                return CompanyWhisper.Name;
            }

            reader.Problem(node, AWhisper + Nearest.Hint(word, [Name]));
            return null;
        }

        if (reader.Fields(node, "prompt", "text", "language") is not { } fields)
        {
            return null;
        }

        if (fields.Count == 0)
        {
            reader.Problem(node, AWhisper, "an empty mapping");
        }

        return new CompanyWhisper
        {
            Prompt = PromptReader.TryRead(reader, fields.GetValueOrDefault("prompt"), out var prompt) ? prompt : null,
            Text = reader.Text(fields.GetValueOrDefault("text"), MaxText),
            Language = reader.TryValue(fields.GetValueOrDefault("language"), CallTypesReader.TryLanguage, "a language tag, such as en or pt-BR", out string? tag) ? tag : null,
        };
    }
}
