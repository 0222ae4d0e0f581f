using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>What is known of a channel that is a leg. Everything but the ids is read and written under the leg's own lock.</summary>
internal sealed class AsteriskLeg(LegId id, LegTag? tag)
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lock Gate { get; } = new();

    public LegId Id { get; } = id;

    public string Channel => Id.Value;

    /// <summary>The tag it was dialled with; null for a caller.</summary>
    public LegTag? Tag { get; } = tag;

    public bool IsDialled => Tag is not null;

    /// <summary>The channel exists and takes commands. Never faults.</summary>
    public Task Started => _started.Task;

    /// <summary>True while <c>DialAsync</c> is at work on it.</summary>
    public bool IsBeingDialled { get; set; }

    public bool HasRung { get; set; }

    public bool IsAnswered { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether its phone waits to be told of a transfer; null on a leg of an earlier host, of which nobody knows.</summary>
    public bool? AwaitsTransfer { get; set; } = false;

    /// <summary>The office wants it to end, for this cause; also set when it could not be dialled.</summary>
    public LegEndCause? Wish { get; set; }

    /// <summary>The bridge it is in.</summary>
    public string? Bridge { get; set; }

    /// <summary>False after a gap in the connection, in which the leg may have been moved.</summary>
    public bool IsBridgeKnown { get; set; } = true;

    /// <summary>Music or a ring tone may be playing. True at first for a leg of an earlier host, of which nobody knows.</summary>
    public bool MayHearMusic { get; set; }

    public bool MayHearRinging { get; set; }

    /// <summary>Playbacks by id; those that are over stay, so that a repeated command does not play again.</summary>
    public Dictionary<string, LegPlayback> Playbacks { get; } = new(StringComparer.Ordinal);

    public void Start() => _started.TrySetResult();
}
