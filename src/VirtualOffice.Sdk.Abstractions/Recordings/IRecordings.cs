namespace VirtualOffice.Sdk.Recordings;

/// <summary>Stored recordings. Safe for concurrent use.</summary>
public interface IRecordings
{
    /// <summary>Opens a recording as a WAV file; null when it is not stored (yet). The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken = default);
}
