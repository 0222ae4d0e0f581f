namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A recording of a call.</summary>
internal sealed class RecordingRow
{
    public required string CallId { get; set; }

    public required string RecordingId { get; set; }

    public string? Company { get; set; }

    public bool IsVoiceMessage { get; set; }

    /// <summary>UTC ticks.</summary>
    public long StartedAt { get; set; }

    public required string State { get; set; }

    /// <summary>Null when nothing is stored.</summary>
    public long? Bytes { get; set; }

    public string? Sha256 { get; set; }

    /// <summary>Ticks.</summary>
    public long? Duration { get; set; }

    public string? Reason { get; set; }

    /// <summary>What was paused and resumed, one behind the other; null when it never was. See <see cref="PauseNotes"/>.</summary>
    public string? Pauses { get; set; }
}
