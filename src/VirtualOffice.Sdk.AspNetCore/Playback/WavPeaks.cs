using System.Buffers.Binary;

namespace VirtualOffice.Sdk.AspNetCore.Playback;

/// <summary>Reads a WAV file once, from beginning to end and in constant memory, and keeps how loud each part of it is.</summary>
internal static class WavPeaks
{
    /// <summary>How many parts: more than a player has points, so that nothing short is lost.</summary>
    public const int Parts = 800;

    private const int Pcm = 1;
    private const int ALaw = 6;
    private const int MuLaw = 7;
    private const int Extensible = 0xFFFE;
    private const int MaxChunk = 1 << 20;

    /// <summary>The loudest sample of each part, 0 to 100 of what the format can hold; fewer parts when there are fewer samples.</summary>
    /// <exception cref="InvalidDataException">It is not a WAV file, or of a kind that is not known.</exception>
    public static async Task<(TimeSpan Duration, byte[] Peaks)> ReadAsync(Stream wav, CancellationToken cancellationToken)
    {
        var head = new byte[12];
        await ReadExactlyAsync(wav, head, cancellationToken).ConfigureAwait(false);
        if (!head.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !head.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            throw new InvalidDataException("It does not begin with a RIFF/WAVE header.");
        }

        WavFormat? format = null;
        long at = 12;
        while (true)
        {
            await ReadExactlyAsync(wav, head.AsMemory(0, 8), cancellationToken).ConfigureAwait(false);
            at += 8;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            if (head.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                // A recording that was cut off has a size that was never written.
                var left = wav.CanSeek ? Math.Max(0, wav.Length - at) : uint.MaxValue;
                return await MeasureAsync(wav, format ?? throw new InvalidDataException("Its data comes before its format."), Math.Min(size == 0 ? uint.MaxValue : size, left), cancellationToken).ConfigureAwait(false);
            }

            if (size > MaxChunk)
            {
                throw new InvalidDataException($"It has a chunk of {size} bytes before its data.");
            }

            var chunk = new byte[size + (size & 1)];
            await ReadExactlyAsync(wav, chunk, cancellationToken).ConfigureAwait(false);
            at += chunk.Length;
            format = head.AsSpan(0, 4).SequenceEqual("fmt "u8) ? FormatOf(chunk) : format;
        }
    }

    private static WavFormat FormatOf(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
        {
            throw new InvalidDataException("Its format is cut off.");
        }

        int kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk), channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]), bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        kind = kind == Extensible && chunk.Length >= 26 ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]) : kind;
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        return channels is >= 1 and <= 8 && rate > 0 && (kind, bits) is (Pcm, 8 or 16) or (ALaw or MuLaw, 8)
            ? new WavFormat(kind, channels, bits / 8, rate)
            : throw new InvalidDataException($"Its format {kind} with {bits} bits, {channels} channels at {rate} Hz is not known; known are PCM of 8 and 16 bits, A-law and µ-law.");
    }

    private static async Task<(TimeSpan Duration, byte[] Peaks)> MeasureAsync(Stream wav, WavFormat format, long bytes, CancellationToken cancellationToken)
    {
        var samples = bytes / format.SampleBytes;
        var parts = (int)Math.Clamp(samples, 1, Parts);
        var peaks = new byte[parts];
        var buffer = new byte[64 * 1024];
        var (measured, kept) = (0L, 0);
        while (measured < samples)
        {
            var read = await wav.ReadAsync(buffer.AsMemory(kept), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            var whole = (int)Math.Min((kept + read) / format.SampleBytes, samples - measured);
            for (var i = 0; i < whole; i++)
            {
                ref var peak = ref peaks[Math.Min(parts - 1, (int)((measured + i) * parts / samples))];
                peak = Math.Max(peak, format.Loudness(buffer.AsSpan(i * format.SampleBytes)));
            }

            measured += whole;
            kept = (kept + read) % format.SampleBytes;
            buffer.AsSpan((whole * format.SampleBytes)..((whole * format.SampleBytes) + kept)).CopyTo(buffer);
        }

        return (TimeSpan.FromSeconds(measured / (double)format.Channels / format.Rate), peaks);
    }

    private static async Task ReadExactlyAsync(Stream wav, Memory<byte> into, CancellationToken cancellationToken)
    {
        if (await wav.ReadAtLeastAsync(into, into.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < into.Length)
        {
            throw new InvalidDataException("It ends before its data.");
        }
    }
}
