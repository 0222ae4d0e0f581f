using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Spooling;

/// <summary>An append as it stands in the spool: its length, the CRC-32C of its JSON, its JSON; numbers little-endian, 4 bytes each.</summary>
internal static class SpoolFrame
{
    public const int HeaderLength = 8;

    public static byte[] Write(JournalAppend append)
    {
        var json = Encoding.UTF8.GetBytes(OfficeJson.Write(append));
        var frame = new byte[HeaderLength + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), Checksum(json));
        json.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Reads the first frame; null when there is none that is whole and right.</summary>
    public static (JournalAppend Append, int Length)? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length <= 0 || length > bytes.Length - HeaderLength)
        {
            return null;
        }

        var json = bytes.Slice(HeaderLength, length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != Checksum(json))
        {
            return null;
        }

        try
        {
            return (OfficeJson.ReadAppend(Encoding.UTF8.GetString(json)), HeaderLength + length);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
