using System.Security.Cryptography;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="IRecordingStore"/> promises, as cases.</summary>
public static class RecordingStoreConformance
{
    private static readonly RecordingId Id = RecordingId.Parse("rec-1");

    /// <summary>The cases. Each wants an empty store.</summary>
    public static IReadOnlyList<ConformanceCase<IStoreTestBench<IRecordingStore>>> Cases { get; } =
    [
        new("Save_Wav_IsReadBackByteForByte", async (bench, cancellationToken) =>
        {
            var wav = WavFile.Make(TimeSpan.FromSeconds(2.5));
            var stored = await SaveAsync(bench, Id, wav, cancellationToken);
            Expect.Equal(Expected(wav, 2.5), stored, "What is said of the stored recording");
            await bench.ReopenAsync(cancellationToken);
            await IsStoredAsync(bench, Id, wav, cancellationToken);
        }),

        new("Save_WavWithOtherChunks_HasTheRightDuration", async (bench, cancellationToken) =>
        {
            var wav = WavFile.Make(TimeSpan.FromSeconds(1.25), extraChunk: true);
            Expect.Equal(Expected(wav, 1.25), await SaveAsync(bench, Id, wav, cancellationToken), "What is said of a stored recording with other chunks");
            await IsStoredAsync(bench, Id, wav, cancellationToken);
        }),

        new("Save_EmptyWav_IsStored", async (bench, cancellationToken) =>
        {
            var wav = WavFile.Make(TimeSpan.Zero);
            Expect.Equal(Expected(wav, 0), await SaveAsync(bench, Id, wav, cancellationToken), "What is said of a recording without sound");
            await IsStoredAsync(bench, Id, wav, cancellationToken);
        }),

        new("Save_StreamThatCannotSeek_IsStored", async (bench, cancellationToken) =>
        {
            var wav = WavFile.Make(TimeSpan.FromSeconds(20));
            await using var stream = new ForwardOnlyStream(wav);
            Expect.Equal(Expected(wav, 20), await bench.Store.SaveAsync(Id, stream, cancellationToken), "What is said of a recording that came over a network");
            await IsStoredAsync(bench, Id, wav, cancellationToken);
        }),

        new("Save_SameIdAgain_Replaces", async (bench, cancellationToken) =>
        {
            await SaveAsync(bench, Id, WavFile.Make(TimeSpan.FromSeconds(3)), cancellationToken);
            var wav = WavFile.Make(TimeSpan.FromSeconds(1), pitch: 2);
            Expect.Equal(Expected(wav, 1), await SaveAsync(bench, Id, wav, cancellationToken), "What is said of a recording that replaces another");
            await bench.ReopenAsync(cancellationToken);
            await IsStoredAsync(bench, Id, wav, cancellationToken);
        }),

        NotWav("Text", "This is not a WAV file, though it is as long as its header would be."u8.ToArray()),
        NotWav("Nothing", []),
        NotWav("CutOffHeader", WavFile.Make(TimeSpan.FromSeconds(1))[..30]),

        new("Open_Unknown_IsNull", async (bench, cancellationToken) =>
        {
            await SaveAsync(bench, Id, WavFile.Make(TimeSpan.FromSeconds(1)), cancellationToken);
            Expect.That(await bench.Store.OpenAsync(RecordingId.Parse("REC-1x"), cancellationToken) is null, "A recording that was never stored can be opened.");
        }),

        new("Save_Several_AreApart", async (bench, cancellationToken) =>
        {
            var files = Enumerable.Range(1, 10).ToDictionary(i => RecordingId.Parse($"rec-{i}"), i => WavFile.Make(TimeSpan.FromSeconds(0.1 * i), pitch: i));
            foreach (var save in files.OrderBy(f => f.Key).Select(f => SaveAsync(bench, f.Key, f.Value, cancellationToken)).ToList())
            {
                await save;
            }

            await bench.ReopenAsync(cancellationToken);
            foreach (var (id, wav) in files.OrderBy(f => f.Key))
            {
                await IsStoredAsync(bench, id, wav, cancellationToken);
            }
        }),

        new("Open_Twice_GivesTwoReaders", async (bench, cancellationToken) =>
        {
            var wav = WavFile.Make(TimeSpan.FromSeconds(1));
            await SaveAsync(bench, Id, wav, cancellationToken);
            await using var first = await bench.Store.OpenAsync(Id, cancellationToken);
            await IsStoredAsync(bench, Id, wav, cancellationToken);
            Expect.That(first is not null && (await ReadAsync(first, cancellationToken)).SequenceEqual(wav), "A reader is disturbed by another.");
        }),
    ];

    private static ConformanceCase<IStoreTestBench<IRecordingStore>> NotWav(string what, byte[] bytes) => new($"Save_{what}_IsRefusedAndKeepsWhatIsThere", async (bench, cancellationToken) =>
    {
        await Expect.ThrowsAsync<InvalidDataException>(() => SaveAsync(bench, RecordingId.Parse("none"), bytes, cancellationToken), $"Saving {what}");
        Expect.That(await bench.Store.OpenAsync(RecordingId.Parse("none"), cancellationToken) is null, "What was refused can be opened.");

        var wav = WavFile.Make(TimeSpan.FromSeconds(1));
        await SaveAsync(bench, Id, wav, cancellationToken);
        await Expect.ThrowsAsync<InvalidDataException>(() => SaveAsync(bench, Id, bytes, cancellationToken), $"Saving {what} in place of a recording");
        await IsStoredAsync(bench, Id, wav, cancellationToken);
    });

    private static StoredRecording Expected(byte[] wav, double seconds) => new(wav.Length, Convert.ToHexStringLower(SHA256.HashData(wav)), TimeSpan.FromSeconds(seconds));

    private static async Task<StoredRecording> SaveAsync(IStoreTestBench<IRecordingStore> bench, RecordingId id, byte[] bytes, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return await bench.Store.SaveAsync(id, stream, cancellationToken);
    }

    private static async Task IsStoredAsync(IStoreTestBench<IRecordingStore> bench, RecordingId id, byte[] wav, CancellationToken cancellationToken)
    {
        await using var stream = Expect.NotNull(await bench.Store.OpenAsync(id, cancellationToken), $"Recording {id} was stored and cannot be opened.");
        Expect.That((await ReadAsync(stream, cancellationToken)).SequenceEqual(wav), $"Recording {id} is not what was stored.");
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
