using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Tests.Recordings;

/// <summary>Makes WAV files, whole and broken.</summary>
internal static class Wav
{
    public const uint BytesPerSecond = 16_000;

    /// <summary>A file of these chunks.</summary>
    public static byte[] File(params byte[][] chunks) => [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. chunks.SelectMany(c => c)];

    public static byte[] Format(uint bytesPerSecond = BytesPerSecond)
    {
        var format = new byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(format.AsSpan(8), bytesPerSecond);
        return Chunk("fmt ", format);
    }

    public static byte[] Silence(int seconds, uint? writtenSize = null) => Chunk("data", new byte[seconds * BytesPerSecond], writtenSize);

    /// <summary>A chunk, padded to an even length.</summary>
    public static byte[] Chunk(string id, byte[] content, uint? writtenSize = null)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, writtenSize ?? (uint)content.Length);
        return [.. System.Text.Encoding.ASCII.GetBytes(id), .. size, .. content, .. new byte[content.Length & 1]];
    }
}
