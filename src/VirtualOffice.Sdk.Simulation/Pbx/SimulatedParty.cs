using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The person or machine at the far end of a leg: a caller, or who is at a phone that was dialled. Safe for concurrent use.</summary>
public sealed class SimulatedParty
{
    private readonly Switchboard _pbx;
    private readonly Dialler _dialler;
    private readonly Leg _leg;

    internal SimulatedParty(Switchboard pbx, Dialler dialler, Leg leg) => (_pbx, _dialler, _leg) = (pbx, dialler, leg);

    /// <summary>The leg.</summary>
    public LegId Leg => _leg.Id;

    /// <summary>Whether it is a caller, or a phone that called by itself; otherwise it was dialled.</summary>
    public bool IsCaller => _leg.Offer is not null;

    /// <summary>The number a caller dialled; null for who was dialled.</summary>
    public string? Dialled => _leg.Offer?.Dialled;

    /// <summary>Where the leg was dialled to; null for a caller.</summary>
    public DialTarget? Target => _leg.Request?.Target;

    /// <summary>The tag a host gave the leg; null for a caller.</summary>
    public LegTag? Tag => _leg.Request?.Tag;

    /// <summary>Who calls: a caller's own caller id, or the one the dialled phone shows.</summary>
    public CallerId Caller => _leg.Offer?.Caller ?? _leg.Request!.Caller;

    /// <summary>How far the leg has come; the last state when it has ended.</summary>
    public LegState State => _pbx.Run(() => _leg.State);

    /// <summary>When the leg was made.</summary>
    public DateTimeOffset StartedAt => _leg.StartedAt;

    /// <summary>When it was answered; null when it was not.</summary>
    public DateTimeOffset? AnsweredAt => _pbx.Run(() => _leg.AnsweredAt);

    /// <summary>When it ended; null while it lives.</summary>
    public DateTimeOffset? EndedAt => _pbx.Run(() => _leg.EndedAt);

    /// <summary>Why it ended; null while it lives.</summary>
    public LegEndCause? EndCause => _pbx.Run(() => _leg.EndCause);

    /// <summary>Whether the leg has ended.</summary>
    public bool IsGone => EndedAt is not null;

    /// <summary>What the party hears now; null when the leg has ended, and before a dialled phone is answered.</summary>
    public HeardSound? Hears => _pbx.Run(() => _leg.Hearing.Now);

    /// <summary>The keys that hosts have sent to the party, in order.</summary>
    public string SentDigits => _pbx.Run(() => _leg.SentDigits);

    /// <summary>Everything the party heard, in order.</summary>
    public IReadOnlyList<HeardSpan> Heard => _pbx.Run(() => _leg.Hearing.Spans);

    /// <summary>When the party first heard something that a host had a hand in; null when it has not.</summary>
    public DateTimeOffset? FirstAudibleAt => Heard.FirstOrDefault(span => span.Sound.IsByHost)?.From;

    /// <summary>The longest time for which the party heard nothing although it was not to speak.</summary>
    public TimeSpan LongestSilence => _pbx.Run(() => _leg.Hearing.Spans
        .Where(span => span.Sound.Kind == SoundKind.Silence)
        .Select(span => (span.To ?? _pbx.Now) - span.From)
        .DefaultIfEmpty(TimeSpan.Zero)
        .Max());

    /// <summary>Hangs up, or declines a call that rings. Nothing happens when the leg has ended.</summary>
    /// <param name="cause">Why; for a phone that rings <see cref="LegEndCause.Rejected"/> is what declining means.</param>
    public void HangUp(LegEndCause cause = LegEndCause.Normal) => _pbx.Run(() => _pbx.End(_leg, cause));

    /// <summary>Answers a dialled phone that rings. Nothing happens when it is answered or the leg has ended.</summary>
    /// <exception cref="InvalidOperationException">It is a caller.</exception>
    public void Answer()
    {
        if (IsCaller)
        {
            throw new InvalidOperationException("A caller's leg is answered by a host.");
        }

        _pbx.Run(() => _dialler.Answer(_leg, SimulatedPhone.NeverAnswers));
    }

    /// <summary>Speaks from now on.</summary>
    /// <param name="duration">For how long.</param>
    public void Speak(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        _pbx.Run(() =>
        {
            if (_leg.IsAlive)
            {
                _leg.Speech.Add(_pbx.Now, duration);
                _pbx.Recorder.Heard(_leg);
            }
        });
    }

    /// <summary>Puts the call on hold at the phone, or takes it back. Nothing happens before the answer, and when the leg has ended.</summary>
    public void Hold(bool isHeld) => _pbx.Run(() =>
    {
        if (_leg.IsUp)
        {
            _pbx.Events.Send(new LegHeld(_leg.Id, isHeld));
        }
    });

    /// <summary>Asks at the phone that the other side be transferred, as a transfer key does (SIP's REFER). Nothing happens before the answer, and when the leg has ended.</summary>
    /// <param name="to">What is dialled: a number, or a name.</param>
    public void AskForTransfer(string to)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        _pbx.Run(() => _pbx.PhoneTransfers.Ask(_leg, to, null));
    }

    /// <summary>Asks at the phone that the other side be connected with who is talked to on the phone's second line (an attended transfer).</summary>
    /// <param name="other">The second line.</param>
    public void AskForTransfer(SimulatedParty other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _pbx.Run(() => _pbx.PhoneTransfers.Ask(_leg, "", other._leg));
    }

    /// <summary>What the phone was told of transfers that were asked for at it, in order.</summary>
    public IReadOnlyList<PhoneTransferState> TransferReports => _pbx.Run(() => (IReadOnlyList<PhoneTransferState>)[.. _leg.TransferReports]);

    /// <summary>Presses keys of the phone, one right after the other. Nothing happens before the answer, and when the leg has ended.</summary>
    /// <param name="digits"><c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>, <c>A</c> to <c>D</c>.</param>
    public void Press(string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        _pbx.Run(() => _dialler.Press(_leg, digits));
    }

    /// <summary>Completes when a condition on this party holds; it is looked at whenever something changes at the PBX, under its lock.</summary>
    public Task WaitAsync(Func<SimulatedParty, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _pbx.WaitAsync(() => condition(this), cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsCaller ? "caller" : Target)} {Leg}: {(EndCause is { } cause ? $"ended {cause}" : $"{State}, hears {Hears}")}";
}
