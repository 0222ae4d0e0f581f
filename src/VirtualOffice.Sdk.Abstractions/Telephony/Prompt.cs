namespace VirtualOffice.Sdk.Telephony;

/// <summary>Something to be played to a party.</summary>
public abstract record Prompt
{
    private protected Prompt()
    {
    }
}

/// <summary>A prompt recorded beforehand that the PBX knows by name, for example a sound of Asterisk.</summary>
/// <param name="Name">Its name: 1 to 100 ASCII letters, digits, <c>-</c>, <c>_</c> or <c>/</c>.</param>
public sealed record RecordedPrompt(string Name) : Prompt;

/// <summary>Sound that the PBX does not know beforehand: a voice message, or text that was read aloud.</summary>
/// <param name="Name">What it is, for a person to read: <c>voice message</c>, or the text.</param>
/// <param name="Wav">A WAV file as telephones carry it: PCM, 16 bits, one channel, 8,000 samples a second.</param>
/// <param name="Duration">How long it is.</param>
public sealed record AudioPrompt(string Name, ReadOnlyMemory<byte> Wav, TimeSpan Duration) : Prompt;

/// <summary>Digits read out one by one, for example a caller's number.</summary>
/// <param name="Digits">1 to 32 digits.</param>
public sealed record SpokenDigits(string Digits) : Prompt;
