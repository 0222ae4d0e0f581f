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

    /// <summary>Since when it takes nothing in, UTC; null when it is not paused.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Why it was paused last.</summary>
    public PauseReason PauseReason { get; init; }

    /// <summary>For how long it took nothing in, without the present pause.</summary>
    public TimeSpan PausedFor { get; init; }

    /// <summary>Whether it was ever paused.</summary>
    public bool WasPaused => PausedAt is not null || PausedFor > TimeSpan.Zero;

    /// <summary>Which parts of the call it has nothing of, in order.</summary>
    public IReadOnlyList<RecordingPause> Pauses { get; init; } = [];

    /// <summary>The recording after it was paused; once more for another reason begins another pause.</summary>
    internal CallRecording Paused(DateTimeOffset at, PauseReason reason)
    {
        var before = Resumed(at);
        return before with { PausedAt = at, PauseReason = reason, Pauses = [.. before.Pauses, new RecordingPause(at, null, reason)] };
    }

    internal CallRecording Resumed(DateTimeOffset at)
    {
        if (PausedAt is not { } since)
        {
            return this;
        }

        var end = at > since ? at : since;
        return this with { PausedAt = null, PausedFor = PausedFor + (end - since), Pauses = [.. Pauses.Take(Pauses.Count - 1), Pauses[^1] with { To = end }] };
    }
}
