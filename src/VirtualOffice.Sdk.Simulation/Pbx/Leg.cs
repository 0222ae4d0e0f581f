using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A leg as the simulated PBX keeps it. Everything here happens under the PBX's lock.</summary>
internal sealed class Leg(LegId id, DateTimeOffset startedAt)
{
    public LegId Id => id;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>What was offered with it; null on a leg that a host dialled.</summary>
    public LegOffered? Offer { get; init; }

    /// <summary>How it was dialled; null on a caller's leg.</summary>
    public DialRequest? Request { get; init; }

    public LegState State { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public LegEndCause? EndCause { get; set; }

    public bool IsAlive => EndedAt is null;

    public bool IsUp => IsAlive && State == LegState.Up;

    /// <summary>True once a caller was handed to the hosts' application; false while the PBX itself lets the caller wait.</summary>
    public bool IsOffered { get; set; }

    public bool IsInFallback { get; set; }

    /// <summary>The voice message that the fallback records, or recorded.</summary>
    public RecordingId? FallbackMessage { get; set; }

    /// <summary>Called when the fallback begins to record the caller's message.</summary>
    public Action? OnMessageWanted { get; set; }

    public Bridge? Bridge { get; set; }

    /// <summary>The prompt being played, first, and those that wait for it.</summary>
    public List<Playback> Playbacks { get; } = [];

    /// <summary>Every prompt that was ever to be played: an id that is sent again has no second effect.</summary>
    public HashSet<PlaybackId> Played { get; } = [];

    public bool HasMusic { get; set; }

    public bool HasRinging { get; set; }

    /// <summary>Whether the others in its bridge do not hear the party.</summary>
    public bool IsMuted { get; set; }

    /// <summary>The keys that hosts have sent to the party, in order.</summary>
    public string SentDigits { get; set; } = "";

    /// <summary>The leg that this one listens in on.</summary>
    public Leg? ListensTo { get; set; }

    /// <summary>Whether the party listened to hears this one.</summary>
    public bool Whispers { get; set; }

    /// <summary>The legs that listen in on this one.</summary>
    public List<Leg> Listeners { get; } = [];

    /// <summary>How the transfer goes that was asked for at the phone, as the phone was told.</summary>
    public List<PhoneTransferState> TransferReports { get; } = [];

    /// <summary>Whether a transfer was asked for at the phone and has no result yet.</summary>
    public bool AwaitsTransfer { get; set; }

    /// <summary>The phone's other leg, to whose party the transfer was asked for.</summary>
    public Leg? TransferOther { get; set; }

    public List<Recording> Recordings { get; } = [];

    /// <summary>Timers that end with the leg.</summary>
    public List<ITimer> Timers { get; } = [];

    public Hearing Hearing { get; } = new();

    public Speech Speech { get; } = new();

    /// <summary>Called when the party hears something else, or speaks.</summary>
    public Action<HeardSound>? OnHeard { get; set; }

    public LegSnapshot Snapshot() => new(id, State, Request?.Tag, Offer);

    /// <summary>What the party hears now; null when the leg has ended, and at a phone that only rings.</summary>
    public HeardSound? Sound()
    {
        if (!IsAlive)
        {
            return null;
        }

        if (IsInFallback)
        {
            return new HeardSound(SoundKind.Fallback);
        }

        if (!IsUp)
        {
            return Offer is null ? null : new HeardSound(HasRinging ? SoundKind.Ringing : SoundKind.RingingByPbx);
        }

        if (Recordings.Find(r => r.IsOfParty) is { } recording)
        {
            return new HeardSound(recording.IsBeeping ? SoundKind.Beep : SoundKind.Listening);
        }

        if (Playbacks is [var playing, ..])
        {
            return new HeardSound(SoundKind.Prompt, playing.Prompt);
        }

        if (Parties() is { Count: > 0 } others)
        {
            return new HeardSound(SoundKind.Parties, parties: others);
        }

        return new HeardSound(HasMusic ? SoundKind.Music : HasRinging ? SoundKind.Ringing : SoundKind.Silence);
    }

    /// <summary>Who is heard: those in the bridge, who whispers to this party, and where the party listens in, whom that other one hears and says.</summary>
    private IReadOnlyList<LegId> Parties()
    {
        IEnumerable<LegId> heard = [.. Bridge?.HeardBy(this) ?? [], .. Listeners.Where(l => l is { IsUp: true, Whispers: true }).Select(l => l.Id)];
        if (ListensTo is { IsUp: true } target)
        {
            heard = heard.Concat(target.Bridge?.HeardBy(target) ?? []).Append(target.Id);
        }

        return [.. heard.Where(l => l != id).Distinct().OrderBy(l => l.Value, StringComparer.Ordinal)];
    }
}
