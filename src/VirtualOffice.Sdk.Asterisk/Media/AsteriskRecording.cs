using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>A recording being made.</summary>
internal sealed class AsteriskRecording(RecordingId id, LegId leg, RecordingSource source)
{
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecordingId Id { get; } = id;

    public LegId Leg { get; } = leg;

    public RecordingSource Source { get; } = source;

    /// <summary>Whether the request limited silence: only then does Asterisk measure speech.</summary>
    public bool MeasuresSpeech { get; init; }

    /// <summary>Asterisk has begun with it.</summary>
    public bool IsRunning { get; set; }

    /// <summary>
    /// Found at the PBX with its ear, without it being known whether an earlier host got as far as to begin with it. Whoever asks for it next sees to that.
    /// </summary>
    public bool IsAdopted { get; init; }

    /// <summary>Its ear has ended, as it does with the leg.</summary>
    public bool HasEarEnded { get; set; }

    /// <summary>The snoop channel takes commands. Never faults.</summary>
    public Task Listening => _listening.Task;

    public void Listen() => _listening.TrySetResult();
}
