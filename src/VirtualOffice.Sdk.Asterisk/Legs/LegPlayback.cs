namespace VirtualOffice.Sdk.Asterisk;

/// <summary>How far a playback has come.</summary>
internal enum LegPlayback
{
    Playing,

    /// <summary>It was asked to stop, so its end is not the prompt's end.</summary>
    Stopped,

    Over,
}
