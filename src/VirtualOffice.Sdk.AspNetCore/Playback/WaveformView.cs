using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.AspNetCore.Playback;

/// <summary>What a player draws of a recording.</summary>
/// <param name="Seconds">Its length.</param>
/// <param name="Peaks">How loud each of its parts is, all of one length: 0 to 100.</param>
/// <param name="Pauses">Where something was left out.</param>
internal sealed record WaveformView(double Seconds, IReadOnlyList<int> Peaks, IReadOnlyList<WaveformPause> Pauses)
{
    public static WaveformView Of(CallRecording recording, TimeSpan duration, byte[] peaks) => new(duration.TotalSeconds, [.. peaks], [.. PausesOf(recording, duration)]);

    /// <summary>The file has nothing of a pause, so that each stands where the one before it ends.</summary>
    private static IEnumerable<WaveformPause> PausesOf(CallRecording recording, TimeSpan duration)
    {
        var leftOut = TimeSpan.Zero;
        foreach (var pause in recording.Pauses)
        {
            var at = pause.From - recording.StartedAt - leftOut;
            var length = pause.To is { } to ? to - pause.From : (TimeSpan?)null;
            yield return new WaveformPause(Math.Clamp(at.TotalSeconds, 0, duration.TotalSeconds), length?.TotalSeconds, pause.Reason);
            leftOut += length ?? TimeSpan.Zero;
        }
    }
}
