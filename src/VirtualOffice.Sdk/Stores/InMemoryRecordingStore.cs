using System.Collections.Concurrent;
using System.Security.Cryptography;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Recordings in memory.</summary>
internal sealed class InMemoryRecordingStore : IRecordingStore
{
    private readonly ConcurrentDictionary<RecordingId, byte[]> _recordings = new();

    public async Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wav);
        using var copy = new MemoryStream();
        await wav.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        var duration = WavHeader.ReadDuration(bytes, bytes.Length);
        _recordings[recording] = bytes;
        return new StoredRecording(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), duration);
    }

    public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_recordings.TryGetValue(recording, out var bytes) ? new MemoryStream(bytes, writable: false) : null);
}
