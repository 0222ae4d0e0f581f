namespace VirtualOffice.Sdk.Recordings;

/// <summary>A recording of a call.</summary>
/// <param name="Id">The recording.</param>
/// <param name="IsVoiceMessage">True for a voice message, false for the recording of the whole call.</param>
/// <param name="StartedAt">When it was started, UTC.</param>
/// <param name="State">Its state.</param>
/// <param name="Stored">What is stored; null when nothing is.</param>
/// <param name="Reason">Why it is not whole.</param>
public sealed record CallRecording(RecordingId Id, bool IsVoiceMessage, DateTimeOffset StartedAt, RecordingState State, StoredRecording? Stored, string? Reason)
{
    /// <summary>The script's field that it answers; null for a message and for the whole call.</summary>
    public string? Field { get; init; }
}
