namespace VirtualOffice.Sdk.Recordings;

/// <summary>A recording as the PBX has it now.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="IsLive">True while it is being made, its beep included, or its file is still being closed; false when it can be fetched.</param>
public sealed record RecordingSnapshot(RecordingId Recording, bool IsLive);
