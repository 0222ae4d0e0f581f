using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Keeps the audio of recordings. Safe for concurrent use.</summary>
public interface IRecordingStore
{
    /// <summary>Stores a WAV file, in place of an earlier one of the same id; durable and read back when the task completes.</summary>
    /// <exception cref="InvalidDataException">It is not a WAV file.</exception>
    Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken);

    /// <summary>Opens a recording; null when it is not stored. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken);
}
