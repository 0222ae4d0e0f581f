using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>What a party hears.</summary>
public sealed record HeardSound
{
    internal HeardSound(SoundKind kind, string? prompt = null, IReadOnlyList<LegId>? parties = null)
    {
        Kind = kind;
        Prompt = prompt;
        Parties = parties ?? [];
    }

    /// <summary>The kind.</summary>
    public SoundKind Kind { get; }

    /// <summary>The prompt's name; null for other kinds.</summary>
    public string? Prompt { get; }

    /// <summary>The legs that are heard, ordered by id; empty for other kinds.</summary>
    public IReadOnlyList<LegId> Parties { get; }

    /// <summary>Whether a host had a hand in it: it is neither silence nor what the PBX does by itself.</summary>
    public bool IsByHost => Kind is not (SoundKind.Silence or SoundKind.RingingByPbx or SoundKind.Fallback);

    /// <inheritdoc/>
    public bool Equals(HeardSound? other) => other is not null && Kind == other.Kind && string.Equals(Prompt, other.Prompt, StringComparison.Ordinal) && Parties.SequenceEqual(other.Parties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Prompt, Parties.Count);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        SoundKind.Prompt => $"prompt {Prompt}",
        SoundKind.Parties => $"parties {string.Join(", ", Parties)}",
        _ => Kind.ToString(),
    };
}
