using System.Buffers.Binary;
using VirtualOffice.Sdk.AspNetCore.Playback;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Playback;

/// <summary>What players draw of recordings.</summary>
public sealed class WavPeaksTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Read_HalfLoudHalfQuiet_SaysSo()
    {
        var samples = Enumerable.Range(0, 16_000).Select(i => (short)(i < 8_000 ? 0 : i % 2 == 0 ? 16_384 : -16_384)).ToArray();

        var (duration, peaks) = await WavPeaks.ReadAsync(Pcm(samples), TestContext.Current.CancellationToken);

        Assert.Equal((TimeSpan.FromSeconds(2), WavPeaks.Parts), (duration, peaks.Length));
        Assert.All(peaks[..400], p => Assert.Equal(0, p));
        Assert.All(peaks[400..], p => Assert.Equal(50, p));
    }

    [Fact]
    public async Task Read_OneLoudSample_IsNotLost()
    {
        var samples = new short[200_000];
        samples[123_456] = short.MinValue;

        var (_, peaks) = await WavPeaks.ReadAsync(new Dribble(Pcm(samples)), TestContext.Current.CancellationToken);

        Assert.Equal((123_456 * WavPeaks.Parts / 200_000, 100), (Array.FindIndex(peaks, p => p > 0), peaks.Max()));
        Assert.Single(peaks, p => p > 0);
    }

    [Fact]
    public async Task Read_SizeNeverWritten_ReadsToTheEnd()
    {
        var wav = Pcm([.. Enumerable.Repeat((short)32_767, 400)]).ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(40), 0);

        var (duration, peaks) = await WavPeaks.ReadAsync(new MemoryStream(wav), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(50), duration);
        Assert.All(peaks, p => Assert.Equal(100, p));
    }

    [Theory]
    [InlineData(7, 0xFF, 0)]
    [InlineData(7, 0x80, 98)]
    [InlineData(7, 0x00, 98)]
    [InlineData(6, 0xD5, 0)]
    [InlineData(6, 0xAA, 98)]
    [InlineData(6, 0x2A, 98)]
    public async Task Read_ALawAndMuLaw_AreHeardAsTheyAre(short kind, byte code, int loud)
    {
        var (_, peaks) = await WavPeaks.ReadAsync(Wav(kind, 8, [.. Enumerable.Repeat(code, 80)]), TestContext.Current.CancellationToken);

        Assert.All(peaks, p => Assert.Equal(loud, p));
    }

    [Fact]
    public async Task Read_WhatIsNoWav_SaysWhatIsWrong()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => WavPeaks.ReadAsync(new MemoryStream("not a recording at all"u8.ToArray()), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidDataException>(() => WavPeaks.ReadAsync(new MemoryStream(), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidDataException>(() => WavPeaks.ReadAsync(new MemoryStream(Pcm([1, 2, 3]).ToArray()[..30]), CancellationToken.None));
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => WavPeaks.ReadAsync(Wav(3, 32, new byte[16]), CancellationToken.None));
        Assert.Contains("known are PCM", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pauses_AreWhereTheFileLeavesThemOut()
    {
        var recording = new CallRecording(RecordingId.Parse("r1"), false, Start, RecordingState.Stored, null, null)
        {
            Pauses =
            [
                new RecordingPause(Start.AddSeconds(10), Start.AddSeconds(15), PauseReason.Asked),
                new RecordingPause(Start.AddSeconds(30), Start.AddSeconds(32), PauseReason.Policy),
                new RecordingPause(Start.AddSeconds(60), null, PauseReason.Asked),
            ],
        };

        var view = WaveformView.Of(recording, TimeSpan.FromSeconds(50), [1, 2]);

        Assert.Equal([(10, 5), (25, 2), (50, null)], view.Pauses.Select(p => (p.At, p.Seconds)));
    }

    private static MemoryStream Pcm(short[] samples)
    {
        var data = new byte[samples.Length * 2];
        Buffer.BlockCopy(samples, 0, data, 0, data.Length);
        return Wav(1, 16, data);
    }

    private static MemoryStream Wav(short kind, short bits, byte[] data)
    {
        var wav = new MemoryStream();
        using (var writer = new BinaryWriter(wav, System.Text.Encoding.ASCII, leaveOpen: true))
        {
            writer.Write("RIFF"u8);
            writer.Write(36 + data.Length);
            writer.Write("WAVEfmt "u8);
            writer.Write(16);
            writer.Write(kind);
            writer.Write((short)1);
            writer.Write(8000);
            writer.Write(8000 * bits / 8);
            writer.Write((short)(bits / 8));
            writer.Write(bits);
            writer.Write("data"u8);
            writer.Write(data.Length);
            writer.Write(data);
        }

        wav.Position = 0;
        return wav;
    }

    /// <summary>Comes in pieces that end within samples.</summary>
    private sealed class Dribble(MemoryStream whole) : MemoryStream(whole.ToArray())
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }
}
