using System.Buffers.Binary;

namespace VirtualOffice.Sdk.AspNetCore.Playback;

/// <summary>How the samples of a WAV file are written.</summary>
internal readonly record struct WavFormat(int Kind, int Channels, int SampleBytes, uint Rate)
{
    private const int ALaw = 6;
    private const int MuLaw = 7;

    /// <summary>How loud a sample is, 0 to 100 of the most there can be.</summary>
    public byte Loudness(ReadOnlySpan<byte> sample) => (byte)(Math.Min(32_767, Math.Abs((int)ValueOf(sample))) * 100 / 32_767);

    private int ValueOf(ReadOnlySpan<byte> sample) => (Kind, SampleBytes) switch
    {
        (ALaw, _) => OfALaw(sample[0]),
        (MuLaw, _) => OfMuLaw(sample[0]),
        (_, 1) => (sample[0] - 128) << 8,
        _ => BinaryPrimitives.ReadInt16LittleEndian(sample),
    };

    // ITU-T G.711; only the size matters here.
    private static int OfMuLaw(byte code)
    {
        var bits = ~code & 0xFF;
        return ((((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
    }

    private static int OfALaw(byte code)
    {
        var bits = code ^ 0x55;
        var (segment, step) = ((bits & 0x70) >> 4, (bits & 0x0F) << 4);
        return segment == 0 ? step + 8 : (step + 0x108) << (segment - 1);
    }
}
