using System.Buffers.Binary;
using VirtualOffice.Sdk.Speech;

namespace VirtualOffice.Sdk.Tests.Speech;

public sealed class TelephoneWavTests
{
    [Theory]
    [InlineData(8000, 1)]
    [InlineData(22050, 1)]
    [InlineData(44100, 2)]
    public void From_AnyRate_KeepsLengthAndLoudnessOfATone(int rate, int channels)
    {
        var (wav, duration) = TelephoneWav.From(Tone(rate, channels, seconds: 1, hertz: 400), TimeSpan.FromMinutes(1));

        Assert.InRange(duration.TotalSeconds, 0.99, 1.01);
        Assert.Equal(8000, BinaryPrimitives.ReadInt32LittleEndian(wav.Span[24..]));
        Assert.Equal(1, BinaryPrimitives.ReadInt16LittleEndian(wav.Span[22..]));
        Assert.Equal(wav.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(wav.Span[40..]));
        var samples = Samples(wav.Span[44..]);
        Assert.InRange(samples.Max(s => Math.Abs((int)s)), 8_500, 10_100);

        // 400 Hz cross zero upwards 400 times a second.
        Assert.InRange(samples.Zip(samples.Skip(1)).Count(p => p.First < 0 && p.Second >= 0), 395, 405);
    }

    [Fact]
    public void From_TooLong_IsCutOff() =>
        Assert.Equal(TimeSpan.FromSeconds(0.5), TelephoneWav.From(Tone(8000, 1, seconds: 2, hertz: 400), TimeSpan.FromSeconds(0.5)).Duration);

    [Theory]
    [InlineData("")]
    [InlineData("RIFF....WAVE")]
    [InlineData("nonsense, and more of it")]
    public void From_NoWav_IsRefused(string text) =>
        Assert.Throws<InvalidDataException>(() => TelephoneWav.From(System.Text.Encoding.ASCII.GetBytes(text), TimeSpan.FromSeconds(1)));

    [Fact]
    public void From_EightBits_IsRefusedWithWhatIsNeeded()
    {
        var wav = Tone(8000, 1, 1, 400);
        wav[34] = 8;
        Assert.Contains("needed is PCM (1) with 16 bits", Assert.Throws<InvalidDataException>(() => TelephoneWav.From(wav, TimeSpan.FromSeconds(1))).Message, StringComparison.Ordinal);
    }

    internal static byte[] Tone(int rate, int channels, double seconds, int hertz)
    {
        var frames = (int)(rate * seconds);
        var wav = new byte[44 + (2 * frames * channels)];
        "RIFF"u8.CopyTo(wav);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), rate);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), wav.Length - 44);
        for (var i = 0; i < frames * channels; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(44 + (2 * i)), (short)(10_000 * Math.Sin(2 * Math.PI * hertz * (i / channels) / rate)));
        }

        return wav;
    }

    private static short[] Samples(ReadOnlySpan<byte> data)
    {
        var samples = new short[data.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]);
        }

        return samples;
    }
}
