using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>Opens stored recordings.</summary>
internal sealed class RecordingService(IRecordingStore store) : IRecordings
{
    public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken = default) => store.OpenAsync(recording, cancellationToken);
}
