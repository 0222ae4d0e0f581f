using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>A recording to be started.</summary>
public sealed record RecordingRequest
{
    /// <summary>The recording's id, chosen by the SDK.</summary>
    public required RecordingId Id { get; init; }

    /// <summary>The leg to record.</summary>
    public required LegId Leg { get; init; }

    /// <summary>What of it.</summary>
    public required RecordingSource Source { get; init; }

    /// <summary>Whether a beep is played first.</summary>
    public bool Beep { get; init; }

    /// <summary>The longest it may become; null for no limit. Only for <see cref="RecordingSource.Party"/>.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>Ends it after so much silence; null for never. Only for <see cref="RecordingSource.Party"/>.</summary>
    public TimeSpan? MaxSilence { get; init; }
}
