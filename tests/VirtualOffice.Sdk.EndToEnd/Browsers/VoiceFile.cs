using System.Buffers.Binary;

namespace VirtualOffice.Sdk.EndToEnd.Browsers;

/// <summary>A WAV file with a tone, for a browser's microphone.</summary>
internal static class VoiceFile
{
    private const int Rate = 48_000;
    private const int Header = 44;

    public static byte[] Of(int hertz, int seconds)
    {
        var samples = Rate * seconds;
        var file = new byte[Header + (samples * 2)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1); // mono
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), samples * 2);
        for (var i = 0; i < samples; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(Header + (i * 2)), (short)(12_000 * Math.Sin(2 * Math.PI * hertz * i / Rate)));
        }

        return file;
    }
}
