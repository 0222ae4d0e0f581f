using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What the cases need to know of a WAV file, and to make one.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="BytesPerSecond">How many bytes of sound make a second.</param>
/// <param name="Data">The sound.</param>
internal sealed record WavFile(byte[] Bytes, int BytesPerSecond, ReadOnlyMemory<byte> Data)
{
    private const int SamplesPerSecond = 8000;

    public TimeSpan Duration => TimeSpan.FromSeconds((double)Data.Length / BytesPerSecond);

    /// <summary>Makes a file of 8,000 samples a second, 16 bits, one channel, with a tone in it.</summary>
    /// <param name="duration">Its length.</param>
    /// <param name="extraChunk">Whether a chunk that says nothing about the sound stands before it, as some programs write.</param>
    /// <param name="pitch">Makes different files of the same length.</param>
    public static byte[] Make(TimeSpan duration, bool extraChunk = false, int pitch = 1)
    {
        var data = new byte[(int)(duration.TotalSeconds * SamplesPerSecond) * 2];
        for (var i = 0; i < data.Length / 2; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * 2), (short)(8000 * Math.Sin(i * 0.3 * pitch)));
        }

        byte[] format = [1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0];
        byte[] body = [.. "WAVE"u8, .. Chunk("fmt "u8, format), .. extraChunk ? Chunk("LIST"u8, "INFOISFT\u0002\0\0\0x\0"u8) : [], .. Chunk("data"u8, data)];
        return Chunk("RIFF"u8, body);
    }

    public static async Task<WavFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken);
        return Parse(copy.ToArray());
    }

    private static WavFile Parse(byte[] bytes)
    {
        Expect.That(bytes.Length >= 12 && bytes.AsSpan(0, 4).SequenceEqual("RIFF"u8) && bytes.AsSpan(8, 4).SequenceEqual("WAVE"u8), "The recording is not a WAV file.");
        var bytesPerSecond = 0;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (bytes.AsSpan(at, 4).SequenceEqual("fmt "u8))
            {
                bytesPerSecond = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 16));
            }
            else if (bytes.AsSpan(at, 4).SequenceEqual("data"u8))
            {
                Expect.That(bytesPerSecond > 0, "The WAV file has no format before its sound.");
                Expect.That(at + 8 + length <= bytes.Length, $"The WAV file is cut off: its header says {length} bytes of sound, {bytes.Length - at - 8} are there.");
                return new WavFile(bytes, bytesPerSecond, bytes.AsMemory(at + 8, (int)length));
            }

            at = (int)Math.Min(int.MaxValue - 8, at + 8 + length + (length % 2));
        }

        throw new ConformanceException("The WAV file has no sound chunk.");
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[8 + content.Length + (content.Length % 2)];
        name.CopyTo(chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), content.Length);
        content.CopyTo(chunk.AsSpan(8));
        return chunk;
    }
}
