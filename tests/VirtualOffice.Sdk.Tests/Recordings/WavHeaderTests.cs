using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Tests.Recordings;

public sealed class WavHeaderTests
{
    [Fact]
    public void ReadDuration_Whole_IsDataOverBytesPerSecond() => Assert.Equal(TimeSpan.FromSeconds(2), Read(Wav.File(Wav.Format(), Wav.Silence(2))));

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void ReadDuration_SizeNeverWritten_IsMeasuredByTheFile(uint written) =>
        Assert.Equal(TimeSpan.FromSeconds(3), Read(Wav.File(Wav.Format(), Wav.Silence(3, written))));

    [Fact]
    public void ReadDuration_FileCutOff_CountsWhatIsThere() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Read(Wav.File(Wav.Format(), Wav.Silence(1, writtenSize: 10 * Wav.BytesPerSecond))));

    [Fact]
    public void ReadDuration_OtherChunksBetween_AreSkippedWithTheirPadding() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Read(Wav.File(Wav.Format(), Wav.Chunk("LIST", new byte[33]), Wav.Silence(1))));

    [Fact]
    public void ReadDuration_NoData_IsZeroLong() => Assert.Equal(TimeSpan.Zero, Read(Wav.File(Wav.Format(), Wav.Silence(0))));

    [Fact]
    public void ReadDuration_NotWav_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => Read([]));
        Assert.Throws<InvalidDataException>(() => Read("RIFF"u8.ToArray()));
        Assert.Throws<InvalidDataException>(() => Read([.. "RIFX"u8, 0, 0, 0, 0, .. "WAVE"u8]));
        Assert.Throws<InvalidDataException>(() => Read([.. "RIFF"u8, 0, 0, 0, 0, .. "AVI "u8]));
    }

    [Fact]
    public void ReadDuration_FormatOrDataMissing_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => Read(Wav.File(Wav.Format())));
        Assert.Throws<InvalidDataException>(() => Read(Wav.File(Wav.Silence(1))));
        Assert.Throws<InvalidDataException>(() => Read(Wav.File(Wav.Format(bytesPerSecond: 0), Wav.Silence(1))));
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 1)]
    [InlineData(int.MaxValue)]
    public void ReadDuration_HugeChunk_EndsAndIsRefused(uint size) =>
        Assert.Throws<InvalidDataException>(() => Read(Wav.File(Wav.Format(), Wav.Chunk("LIST", new byte[64], size))));

    private static TimeSpan Read(byte[] file) => WavHeader.ReadDuration(file, file.Length);
}
