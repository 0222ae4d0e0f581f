namespace VirtualOffice.Sdk.EndToEnd.Audio;

/// <summary>ITU-T G.711 A-law, the code that calls use here.</summary>
internal static class ALaw
{
    private static readonly short[] _decoded = [.. Enumerable.Range(0, 256).Select(code => Expand((byte)code))];

    public static short Decode(byte code) => _decoded[code];

    public static byte Encode(short sample)
    {
        var sign = sample >= 0 ? 0x80 : 0;
        var magnitude = Math.Min(sample >= 0 ? sample : -(sample + 1), 32635) >> 3;
        var segment = 0;
        for (var rest = magnitude >> 5; rest > 0; rest >>= 1)
            segment++;
        var mantissa = (segment < 2 ? magnitude >> 1 : magnitude >> segment) & 0x0F;
        return (byte)((sign | (segment << 4) | mantissa) ^ 0x55);
    }

    private static short Expand(byte code)
    {
        var value = code ^ 0x55;
        var segment = (value >> 4) & 0x07;
        var magnitude = ((value & 0x0F) << 4) + 8;
        if (segment > 0)
            magnitude = (magnitude + 0x100) << (segment - 1);
        return (short)((value & 0x80) != 0 ? magnitude : -magnitude);
    }
}
