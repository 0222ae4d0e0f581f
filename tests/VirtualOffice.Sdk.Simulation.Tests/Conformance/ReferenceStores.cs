using System.Buffers.Binary;
using System.Security.Cryptography;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>The shortest stores of wishes and recordings that are right.</summary>
internal sealed class ReferenceStores : IOperatorStore, IRecordingStore, IStoreTestBench<IOperatorStore>, IStoreTestBench<IRecordingStore>
{
    private readonly Dictionary<OperatorId, OperatorWish> _wishes = [];
    private readonly Dictionary<RecordingId, byte[]> _recordings = [];

    /// <summary>Keeps only the first wish, and only the beginning of recordings.</summary>
    public bool IsFlawed { get; init; }

    IOperatorStore IStoreTestBench<IOperatorStore>.Store => this;

    IRecordingStore IStoreTestBench<IRecordingStore>.Store => this;

    public Task ReopenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SaveAsync(OperatorWish wish, CancellationToken cancellationToken)
    {
        if (!IsFlawed || _wishes.Count == 0)
        {
            _wishes[wish.Operator] = wish;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OperatorWish>> ReadAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OperatorWish>>([.. _wishes.Values]);

    public async Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await wav.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        var data = bytes.AsSpan().IndexOf("data"u8);
        if (data < 0 || !bytes.AsSpan().StartsWith("RIFF"u8))
        {
            throw new InvalidDataException("Not a WAV file.");
        }

        _recordings[recording] = IsFlawed ? bytes[..^2] : bytes;
        return new StoredRecording(
            bytes.Length,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            TimeSpan.FromSeconds(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(data + 4)) / 16000.0));
    }

    public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_recordings.TryGetValue(recording, out var bytes) ? new MemoryStream(bytes) : null);
}
