using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads the name of a recorded prompt.</summary>
internal static class PromptReader
{
    private const string APrompt = "the name of a prompt the PBX knows: 1 to 100 ASCII letters, digits, '-', '_' or '/'";

    public static bool TryRead(DocumentReader reader, DocumentNode? node, out RecordedPrompt? prompt) => reader.TryValue(node, TryParse, APrompt, out prompt);

    private static bool TryParse(string? text, out RecordedPrompt? prompt)
    {
        var valid = text is { Length: > 0 and <= 100 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/') && text[0] != '/';
        prompt = valid ? new RecordedPrompt(text!) : null;
        return valid;
    }
}
