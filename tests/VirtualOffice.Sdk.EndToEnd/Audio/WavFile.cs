using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VirtualOffice.Sdk.EndToEnd.Audio;

/// <summary>A WAV file of 16-bit mono samples, as callers' voices are recorded.</summary>
internal sealed class WavFile
{
    private WavFile(int sampleRate, short[] samples)
    {
        SampleRate = sampleRate;
        Samples = samples;
    }

    public int SampleRate { get; }
    public short[] Samples { get; }
    public double Seconds => (double)Samples.Length / SampleRate;

    public static WavFile Parse(ReadOnlySpan<byte> file)
    {
        Assert.True(file.Length >= 44 && file[..4].SequenceEqual("RIFF"u8) && file[8..12].SequenceEqual("WAVE"u8), "The file is a WAV file");
        var rate = 0;
        for (var rest = file[12..]; rest.Length >= 8;)
        {
            var size = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]), (uint)(rest.Length - 8));
            var content = rest.Slice(8, size);
            if (rest[..4].SequenceEqual("fmt "u8))
            {
                Assert.Equal(1, BinaryPrimitives.ReadUInt16LittleEndian(content)); // PCM
                Assert.Equal(1, BinaryPrimitives.ReadUInt16LittleEndian(content[2..])); // mono
                Assert.Equal(16, BinaryPrimitives.ReadUInt16LittleEndian(content[14..])); // bits
                rate = (int)BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
            }
            else if (rest[..4].SequenceEqual("data"u8))
            {
                return new WavFile(rate, MemoryMarshal.Cast<byte, short>(content[..(size & ~1)]).ToArray());
            }

            rest = rest[(8 + Math.Min(size + (size & 1), rest.Length - 8))..];
        }

        throw new InvalidDataException("The WAV file has no data.");
    }

    /// <summary>Seconds in which most of the signal is this tone, counted in slices of a tenth of a second.</summary>
    public double SecondsOf(int hertz) => Slices().Count(slice => Tone.Level(slice.Span) > 300 && Tone.Share(slice.Span, hertz) > 0.7) * 0.1;

    /// <summary>Seconds in which there is anything to hear, counted in slices of a tenth of a second.</summary>
    public double SecondsOfSound() => Slices().Count(slice => Tone.Level(slice.Span) > 100) * 0.1;

    /// <summary>The longest time without this tone between its first and its last second, to a tenth of a second.</summary>
    public double LongestGapIn(int hertz)
    {
        var (longest, gap) = (0, 0);
        foreach (var isTone in Slices().Select(slice => Tone.Level(slice.Span) > 300 && Tone.Share(slice.Span, hertz) > 0.7).SkipWhile(isTone => !isTone))
        {
            if (isTone)
                longest = Math.Max(longest, gap);
            gap = isTone ? 0 : gap + 1;
        }

        return longest * 0.1;
    }

    private IEnumerable<Memory<short>> Slices()
    {
        var size = SampleRate / 10;
        for (var from = 0; from + size <= Samples.Length; from += size)
            yield return Samples.AsMemory(from, size);
    }
}
