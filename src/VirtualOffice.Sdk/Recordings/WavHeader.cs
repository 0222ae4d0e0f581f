using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>What a WAV file's header says of its length.</summary>
internal static class WavHeader
{
    private const int Longest = 4096;

    /// <summary>The duration of a WAV file: its data's bytes over its bytes per second (RIFF, WAVE, <c>fmt </c> and <c>data</c> chunks).</summary>
    /// <exception cref="InvalidDataException">It is not a WAV file.</exception>
    public static TimeSpan ReadDuration(ReadOnlySpan<byte> start, long fileLength)
    {
        if (start.Length < 12 || !start[..4].SequenceEqual("RIFF"u8) || !start[8..12].SequenceEqual("WAVE"u8))
        {
            throw new InvalidDataException("It does not begin with a RIFF/WAVE header.");
        }

        uint bytesPerSecond = 0;
        for (var at = 12; at + 8 <= start.Length && at < Longest;)
        {
            var id = start.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(start.Slice(at + 4, 4));
            if (id.SequenceEqual("fmt "u8) && at + 24 <= start.Length)
            {
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(start.Slice(at + 16, 4));
            }
            else if (id.SequenceEqual("data"u8) && bytesPerSecond > 0)
            {
                // A recording that was cut off has a size that was never written.
                var data = Math.Min(size == 0 ? uint.MaxValue : size, Math.Max(0, fileLength - at - 8));
                return TimeSpan.FromSeconds(data / (double)bytesPerSecond);
            }

            at += 8 + (int)Math.Min(size + (size & 1), Longest);
        }

        throw new InvalidDataException("Its header has no format or no data.");
    }
}
