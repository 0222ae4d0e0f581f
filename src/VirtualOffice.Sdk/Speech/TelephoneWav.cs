using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Speech;

/// <summary>Sound as telephones carry it: PCM of 16 bits, one channel, 8,000 samples a second.</summary>
internal static class TelephoneWav
{
    public const int Rate = 8000;

    private const int HeaderLength = 44;
    private const int MaxRate = 192_000;

    /// <summary>Makes a WAV file fit for telephones.</summary>
    /// <param name="wav">A WAV file with PCM of 16 bits.</param>
    /// <param name="longest">What is longer is cut off.</param>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static (ReadOnlyMemory<byte> Wav, TimeSpan Duration) From(ReadOnlyMemory<byte> wav, TimeSpan longest)
    {
        var pcm = Read(wav.Span);
        var data = pcm.Data;
        var (rate, channels) = (pcm.Rate, pcm.Channels);
        var frames = data.Length / (2 * channels);
        var count = (int)Math.Min((long)frames * Rate / rate, (long)(longest.TotalSeconds * Rate));
        var result = new byte[HeaderLength + (2 * count)];
        WriteHeader(result, 2 * count);
        var step = (double)rate / Rate;
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(result.AsSpan(HeaderLength + (2 * i)), Sample(data, channels, frames, i * step, (i + 1) * step));
        }

        return (result, TimeSpan.FromSeconds(count / (double)Rate));
    }

    /// <summary>The mean of the frames in a stretch: it keeps out what is too high for a telephone well enough for speech.</summary>
    private static short Sample(ReadOnlySpan<byte> data, int channels, int frames, double from, double to)
    {
        var first = Math.Min((int)from, frames - 1);
        var last = Math.Max(first, Math.Min((int)Math.Ceiling(to) - 1, frames - 1));
        long sum = 0;
        for (var frame = first; frame <= last; frame++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                sum += BinaryPrimitives.ReadInt16LittleEndian(data[(2 * ((frame * channels) + channel))..]);
            }
        }

        return (short)(sum / ((last - first + 1) * channels));
    }

    private static Pcm Read(ReadOnlySpan<byte> wav)
    {
        if (wav.Length < 12 || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
        {
            throw new InvalidDataException("It does not begin with a RIFF/WAVE header.");
        }

        var (rate, channels) = (0, 0);
        for (var at = 12; at + 8 <= wav.Length;)
        {
            var id = wav.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(wav[(at + 4)..]);
            var content = wav[(at + 8)..];
            if (id.SequenceEqual("fmt "u8) && content.Length >= 16)
            {
                var (format, bits) = (BinaryPrimitives.ReadUInt16LittleEndian(content), BinaryPrimitives.ReadUInt16LittleEndian(content[14..]));
                (channels, rate) = (BinaryPrimitives.ReadUInt16LittleEndian(content[2..]), (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(content[4..]), int.MaxValue));
                if (format is not (1 or 0xFFFE) || bits != 16 || channels is < 1 or > 8 || rate is < 1000 or > MaxRate)
                {
                    throw new InvalidDataException($"Its format is {format} with {bits} bits, {channels} channels and {rate} samples a second; needed is PCM (1) with 16 bits.");
                }
            }
            else if (id.SequenceEqual("data"u8) && rate > 0)
            {
                // What is written while it is made, or to a pipe, has no size or one that was never mended.
                var length = (int)Math.Min(size == 0 ? uint.MaxValue : size, (uint)content.Length);
                return new Pcm(content[..length], rate, channels);
            }

            at += 8 + (int)Math.Min(size + (size & 1), (uint)(wav.Length - at));
        }

        throw new InvalidDataException("Its header has no format or no data.");
    }

    private static void WriteHeader(Span<byte> wav, int dataLength)
    {
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav[4..], HeaderLength - 8 + dataLength);
        "WAVEfmt "u8.CopyTo(wav[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(wav[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav[28..], 2 * Rate);
        BinaryPrimitives.WriteInt16LittleEndian(wav[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav[34..], 16);
        "data"u8.CopyTo(wav[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(wav[40..], dataLength);
    }

    private readonly ref struct Pcm(ReadOnlySpan<byte> data, int rate, int channels)
    {
        public ReadOnlySpan<byte> Data { get; } = data;

        public int Rate { get; } = rate;

        public int Channels { get; } = channels;
    }
}
