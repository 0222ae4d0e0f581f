using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A prompt played, or waiting to be played, to a leg.</summary>
internal sealed class Playback(PlaybackId id, Leg leg, string prompt, TimeSpan duration)
{
    public PlaybackId Id => id;

    public Leg Leg => leg;

    public string Prompt => prompt;

    public TimeSpan Duration => duration;

    /// <summary>Ends it; null while it waits for another to end.</summary>
    public ITimer? End { get; set; }
}
