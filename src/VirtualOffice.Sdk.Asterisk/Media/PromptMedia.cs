using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Prompts in Asterisk's words.</summary>
internal static class PromptMedia
{
    private const int MaxName = 100;
    private const int MaxDigits = 32;

    /// <summary>The media address of a prompt; null for one that cannot be: a name that no sound can have, least of all a path out of the folder of sounds.</summary>
    public static string? For(Prompt prompt) => prompt switch
    {
        RecordedPrompt { Name: var name } when IsName(name) => $"sound:{name}",
        SpokenDigits { Digits: { Length: > 0 and <= MaxDigits } digits } when digits.All(char.IsAsciiDigit)
            // One sound each: what Asterisk reads out as "digits:…" cannot be stopped.
            => string.Join(',', digits.Select(d => $"sound:digits/{d}")),
        _ => null,
    };

    private static bool IsName(string name) => name.Length is > 0 and <= MaxName
        && name[0] != '/'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/');
}
