using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What was done with the line, and what the call was about.</summary>
/// <param name="IsOnHold">Whether the caller waits with music.</param>
/// <param name="IsMuted">Whether the caller does not hear the operator.</param>
/// <param name="IsRecorded">Whether the call is being recorded.</param>
/// <param name="RecordingPausedAt">Since when the recording takes nothing in; null when it does.</param>
/// <param name="Disposition">What the call was about, as a code; null while nobody has said.</param>
/// <param name="DispositionNote">More on it.</param>
internal sealed record DeskLineView(bool IsOnHold, bool IsMuted, bool IsRecorded, DateTimeOffset? RecordingPausedAt, string? Disposition, string? DispositionNote)
{
    public static DeskLineView Of(CallRecord record) => new(
        record.IsOnHold,
        record.IsMuted == true,
        record.CallRecording is { State: Recordings.RecordingState.Recording },
        record.CallRecording?.PausedAt,
        record.Disposition?.Code,
        record.Disposition?.Note);
}
