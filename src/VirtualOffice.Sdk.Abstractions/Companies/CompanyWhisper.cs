using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// What an operator who has accepted a call by answering hears before being connected: which company it is. The caller goes on waiting meanwhile and hears nothing of it.
/// With neither prompt nor text it is the company's name: as recorded (<see cref="CompanyDefinition.SpokenName"/>), else read aloud.
/// </summary>
public sealed record CompanyWhisper
{
    /// <summary>The company's name.</summary>
    public static CompanyWhisper Name { get; } = new();

    /// <summary>A recorded prompt; null for none. It is played rather than the <see cref="Text"/>.</summary>
    public RecordedPrompt? Prompt { get; init; }

    /// <summary>A text to be read aloud, at most 200 characters; null for none. An office that reads nothing aloud connects without it.</summary>
    public string? Text { get; init; }

    /// <summary>The language in which text is read, such as <c>en</c>; null for the synthesizer's own.</summary>
    public string? Language { get; init; }
}
