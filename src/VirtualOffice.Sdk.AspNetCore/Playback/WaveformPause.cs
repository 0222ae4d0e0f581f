using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.AspNetCore.Playback;

/// <summary>A place of a recording at which something was left out.</summary>
/// <param name="At">Where, in seconds from the file's beginning.</param>
/// <param name="Seconds">How much is missing there; null when it lasted to the end.</param>
/// <param name="Reason">Why.</param>
internal sealed record WaveformPause(double At, double? Seconds, PauseReason Reason);
