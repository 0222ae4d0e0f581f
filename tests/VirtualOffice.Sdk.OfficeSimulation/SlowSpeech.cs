using VirtualOffice.Sdk.Speech;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Reads texts after a while of virtual time, as silence of the length of a name; every so often it cannot.</summary>
internal sealed class SlowSpeech(TimeProvider clock, TimeSpan delay, int failsEvery = 0) : ISpeechSynthesizer
{
    private const int SamplesPerSecond = 8_000;
    private const int HeaderLength = 44;

    private int _texts;

    /// <summary>What was to be read, in order.</summary>
    public List<(string Text, string? Language)> Texts { get; } = [];

    public async Task<ReadOnlyMemory<byte>> SpeakAsync(string text, string? language, CancellationToken cancellationToken)
    {
        Texts.Add((text, language));
        await Task.Delay(delay, clock, cancellationToken);
        return failsEvery > 0 && ++_texts % failsEvery == 0 ? throw new IOException("The synthesizer has crashed.") : Silence(2 * SamplesPerSecond);
    }

    private static byte[] Silence(int samples)
    {
        var wav = new byte[HeaderLength + (2 * samples)];
        using var writer = new BinaryWriter(new MemoryStream(wav));
        writer.Write("RIFF"u8);
        writer.Write(wav.Length - 8);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(SamplesPerSecond);
        writer.Write(2 * SamplesPerSecond);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(2 * samples);
        return wav;
    }
}
