namespace VirtualOffice.Sdk.Speech;

/// <summary>Reads text aloud. Safe for concurrent use; what it gives is cached by the office.</summary>
public interface ISpeechSynthesizer
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, untrusted: it is only ever spoken.</param>
    /// <param name="language">Its language, as a tag such as <c>en</c> or <c>ru</c>; null for the synthesizer's own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A WAV file with PCM of 16 bits; any number of samples a second and of channels.</returns>
    Task<ReadOnlyMemory<byte>> SpeakAsync(string text, string? language, CancellationToken cancellationToken);
}
