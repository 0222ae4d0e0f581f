using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Recordings;

/// <summary>A store whose disk is full.</summary>
internal sealed class FullRecordingStore : IRecordingStore
{
    public Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken) =>
        throw new StoreUnavailableException("Recordings cannot be written: No space left on device.");

    public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);
}
