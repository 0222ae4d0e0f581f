using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record RecordingView(string Id, RecordingState State, double? Seconds, long? Bytes, string? Sha256, string? Reason, string? Href)
{
    public static RecordingView? Of(CallRecording? recording, string href) => recording is null
        ? null
        : new RecordingView(
            recording.Id.ToString(),
            recording.State,
            recording.Stored?.Duration.TotalSeconds,
            recording.Stored?.Bytes,
            recording.Stored?.Sha256,
            recording.Reason,
            recording.Stored is null ? null : href);
}
