using System.Buffers.Binary;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Tests.Recordings;

public sealed class RecordingFolderStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vo-rec").FullName;

    [Fact]
    public async Task SaveAsync_Wav_IsStoredWithDurationAndHash()
    {
        var store = new RecordingFolderStore(_folder);
        var wav = Wav(seconds: 2, dataSize: 32_000);
        var stored = await store.SaveAsync(RecordingId.Parse("vo-1"), new MemoryStream(wav), CancellationToken.None);
        Assert.Equal((32_044L, TimeSpan.FromSeconds(2)), (stored.Bytes, stored.Duration));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(wav)), stored.Sha256);
        await using var opened = await store.OpenAsync(RecordingId.Parse("vo-1"), CancellationToken.None);
        Assert.Equal(32_044, opened!.Length);
    }

    [Fact]
    public async Task SaveAsync_HeaderWithoutSize_IsMeasuredByTheFile()
    {
        var stored = await new RecordingFolderStore(_folder).SaveAsync(RecordingId.Parse("vo-2"), new MemoryStream(Wav(3, dataSize: 0)), CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(3), stored.Duration);
    }

    [Fact]
    public async Task SaveAsync_NotWav_IsRefusedAndNothingIsThere()
    {
        var store = new RecordingFolderStore(_folder);
        await Assert.ThrowsAsync<InvalidDataException>(() => store.SaveAsync(RecordingId.Parse("vo-3"), new MemoryStream("hello"u8.ToArray()), CancellationToken.None));
        Assert.Null(await store.OpenAsync(RecordingId.Parse("vo-3"), CancellationToken.None));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData(".")]
    public void RecordingId_ThatCouldLeaveTheFolder_IsRefused(string id) => Assert.Throws<FormatException>(() => RecordingId.Parse(id));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Wav(int seconds, uint dataSize)
    {
        var wav = new byte[44 + (seconds * 16_000)];
        "RIFF"u8.CopyTo(wav);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(28), 16_000);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(40), dataSize);
        return wav;
    }
}
