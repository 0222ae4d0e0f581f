using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Prompts in Asterisk's words.</summary>
internal static class PromptMedia
{
    private const int MaxName = 100;

    /// <summary>The media address of a prompt; null for a name that no sound can have, least of all a path out of the folder of sounds.</summary>
    public static string? For(Prompt prompt) => prompt is RecordedPrompt { Name: { Length: > 0 and <= MaxName } name }
        && name[0] != '/'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/')
            ? $"sound:{name}"
            : null;
}
