using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class ToneWavStreamTests
{
    [Fact]
    public void Read_Header_SaysPcmOf8000HertzAndTheRightLength()
    {
        var bytes = Read(TimeSpan.FromSeconds(2.5));

        Assert.Equal(44 + (2.5 * 8000 * 2), bytes.Length);
        Assert.Equal("RIFF", System.Text.Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal("WAVEfmt ", System.Text.Encoding.ASCII.GetString(bytes, 8, 8));
        Assert.Equal(bytes.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal((1, 1, 8000, 16000, 2, 16), (
            BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(20)),
            BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(22)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(24)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(28)),
            BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(32)),
            BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(34))));
        Assert.Equal("data", System.Text.Encoding.ASCII.GetString(bytes, 36, 4));
        Assert.Equal(bytes.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(40)));
    }

    [Fact]
    public void Read_Tones_SoundOnlyWhenTheyAreToSound()
    {
        var bytes = Read(TimeSpan.FromSeconds(4), (0.5, 1.0), (0.8, 1.5), (3, 9));

        bool Sounds(double second) => bytes.AsSpan(44 + ((int)(second * 8000) * 2), 40).ContainsAnyExcept((byte)0);
        Assert.Equal(
            [false, true, true, true, false, false, true, true],
            new[] { 0.4, 0.5, 0.9, 1.49, 1.5, 2.9, 3, 3.99 }.Select(Sounds));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Read_InPieces_GivesTheSameBytes(int piece)
    {
        var whole = Read(TimeSpan.FromSeconds(1.2), (0.1, 0.3), (0.9, 1.2));
        using var stream = Stream(TimeSpan.FromSeconds(1.2), (0.1, 0.3), (0.9, 1.2));

        var pieces = new List<byte>();
        var buffer = new byte[piece];
        while (stream.Read(buffer) is var count and > 0)
        {
            pieces.AddRange(buffer[..count]);
        }

        Assert.Equal(whole, pieces);
    }

    private static byte[] Read(TimeSpan duration, params (double From, double To)[] tones)
    {
        using var stream = Stream(duration, tones);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static ToneWavStream Stream(TimeSpan duration, params (double From, double To)[] tones) =>
        new(duration, tones.Select(t => (TimeSpan.FromSeconds(t.From), TimeSpan.FromSeconds(t.To))));
}
