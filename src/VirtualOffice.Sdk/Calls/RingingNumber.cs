using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A number of a transfer that has no result yet, as far as the running stage remembers; everything that counts is in the journal.</summary>
internal sealed class RingingNumber(int attempt, TransferAttempt started, ReachNumber number)
{
    /// <summary>The attempt's number in the transfer, from 1.</summary>
    public int Attempt { get; } = attempt;

    public LegId Leg { get; } = started.Leg;

    public PhoneNumber Dialled { get; } = started.Number;

    public DateTimeOffset StartedAt { get; } = started.At;

    public ReachNumber Number { get; } = number;

    /// <summary>Until when it rings.</summary>
    public Deadline RingTime { get; set; } = Deadline.Never;

    /// <summary>Until when who answered may press a key; null before somebody did.</summary>
    public Deadline? AcceptTime { get; set; }

    /// <summary>What is to be played yet to who answered.</summary>
    public Queue<Prompt> Prompts { get; } = new();

    public PlaybackId? Playing { get; set; }

    /// <summary>The result it will have when the leg is gone; null while it may still take the call.</summary>
    public AttemptResult? EndsAs { get; set; }

    /// <summary>When to ask the PBX about a leg that was hung up.</summary>
    public Deadline NextRound { get; set; } = Deadline.Never;

    public int Rounds { get; set; }

    /// <summary>Its result is in the journal.</summary>
    public bool IsOver { get; set; }
}
