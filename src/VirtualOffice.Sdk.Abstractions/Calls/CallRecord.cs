using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A call's state: the fold of its journal. Not safe for concurrent use while events are applied.</summary>
public sealed partial class CallRecord
{
    private readonly List<CallOffer> _offers = [];
    private readonly List<CallTransfer> _transfers = [];
    private readonly List<Message> _messages = [];
    private readonly List<CallRecording> _recordings = [];
    private readonly List<CallSegment> _segments = [];
    private readonly CallNotes _notes = new();

    /// <summary>Creates the state of a call of which nothing is known yet.</summary>
    public CallRecord(CallId id) => Id = id;

    /// <summary>The call.</summary>
    public CallId Id { get; }

    /// <summary>How many events were applied: the sequence number of the last one.</summary>
    public long Version { get; private set; }

    /// <summary>The caller's leg.</summary>
    public LegId CallerLeg { get; private set; }

    /// <summary>The PBX's incarnation at which the call came in.</summary>
    public string Incarnation { get; private set; } = "";

    /// <summary>The number dialled, as the PBX passed it.</summary>
    public string Dialled { get; private set; } = "";

    /// <summary>Who calls.</summary>
    public CallerId Caller { get; private set; } = CallerId.Withheld;

    /// <summary>When the call was received, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The earlier call whose caller is called back by this one, which the office places; null for a call that came in.</summary>
    public CallId? CallsBack { get; private set; }

    /// <summary>When the caller to be called back was dialled; null before, and for a call that came in.</summary>
    public DateTimeOffset? CallerDialledAt { get; private set; }

    /// <summary>Whether the caller is, or was, on the line; false as long as a call-back has not reached them.</summary>
    public bool HasCaller => CallsBack is null || AnsweredAt is not null;

    /// <summary>The company called; null before intake, and when no company has the number.</summary>
    public CompanyId? Company { get; private set; }

    /// <summary>The version of the company's definition that the call keeps.</summary>
    public string? CompanyVersion { get; private set; }

    /// <summary>Before whom the caller is served.</summary>
    public CallPriority Priority { get; private set; }

    /// <summary>What is known of the caller; null for nothing.</summary>
    public CallerFacts? Facts { get; private set; }

    /// <summary>Why the caller calls; null when nothing tells.</summary>
    public CallTypeId? CallType { get; private set; }

    /// <summary>The caller's language, such as <c>en</c>; null when nothing tells.</summary>
    public string? Language { get; private set; }

    /// <summary>Where the call is in its script; null when it follows none.</summary>
    public CallScript? Script { get; private set; }

    /// <summary>When the caller was promised to be called back, UTC; null when not.</summary>
    public DateTimeOffset? CallbackPromisedAt { get; private set; }

    /// <summary>Why the intake refuses the call; null when it does not.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <summary>From when the place in the queue will count, or counts, UTC; null before intake.</summary>
    public DateTimeOffset? PlaceFrom { get; private set; }

    /// <summary>When the caller's leg was answered; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>From when the call's place in the queue counts; null before it is queued.</summary>
    public DateTimeOffset? EnqueuedAt { get; private set; }

    /// <summary>When the caller was first with an operator; null as long as that was not. An operator who has accepted and hears which company it is has not got the caller yet.</summary>
    public DateTimeOffset? ConnectedAt { get; private set; }

    /// <summary>When the present wait in the queue began, or the last one; null before. Later than <see cref="EnqueuedAt"/> for a call that was queued again.</summary>
    public DateTimeOffset? QueuedAt { get; private set; }

    /// <summary>Why the caller left the queue without an operator; null otherwise.</summary>
    public QueueExit? QueueExit { get; private set; }

    /// <summary>What becomes of a caller who left the queue without an operator; null otherwise.</summary>
    public QueueAction? QueueAction { get; private set; }

    /// <summary>The prompt that tells the caller so; null for the office's usual one.</summary>
    public string? ExitPrompt { get; private set; }

    /// <summary>The company whose operators the caller waits for instead of the own company's; null for none.</summary>
    public CompanyId? OverflowedTo { get; private set; }

    /// <summary>The operator who alone is to be offered the call, and since when; null for none. Whoever accepts the call ends it.</summary>
    public (OperatorId Operator, DateTimeOffset At)? DirectedTo { get; private set; }

    /// <summary>Where the call is.</summary>
    public CallStage Stage { get; private set; }

    /// <summary>Since when it is there, UTC.</summary>
    public DateTimeOffset StageSince { get; private set; }

    /// <summary>The operator who has the call, or had it last; null before an operator accepted.</summary>
    public OperatorId? Operator { get; private set; }

    /// <summary>The operator's leg; null when no operator is connected.</summary>
    public LegId? OperatorLeg { get; private set; }

    /// <summary>The employee's leg; null when no employee is connected.</summary>
    public LegId? EmployeeLeg { get; private set; }

    /// <summary>Whether the caller waits with music while the operator does something else.</summary>
    public bool IsOnHold { get; private set; }

    /// <summary>Whether the caller does not hear the operator; null when that was never changed.</summary>
    public bool? IsMuted { get; private set; }

    /// <summary>What the call was about; null when nobody has said.</summary>
    public CallDisposition? Disposition { get; private set; }

    /// <summary>What the operator has typed so far, by field; untrusted text.</summary>
    public IReadOnlyDictionary<string, string> Draft => _notes.Draft;

    /// <summary>What the caller asked, in the order in which it was first asked.</summary>
    public IReadOnlyList<AskedQuestion> Questions => _notes.Questions;

    /// <summary>Every offer, in order.</summary>
    public IReadOnlyList<CallOffer> Offers => _offers;

    /// <summary>Every transfer, in order.</summary>
    public IReadOnlyList<CallTransfer> Transfers => _transfers;

    /// <summary>Every message taken, in order.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>Every recording, in order: the whole call's and those of voice messages.</summary>
    public IReadOnlyList<CallRecording> Recordings => _recordings;

    /// <summary>The call's time, split by who served the caller.</summary>
    public IReadOnlyList<CallSegment> Segments => _segments;

    /// <summary>How the call ended; null while it lives.</summary>
    public CallOutcome? Outcome { get; private set; }

    /// <summary>When it ended, UTC; null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True when nothing is left to be done for the call.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The offers that ring now, in order: one, or those to a whole ring of operators.</summary>
    public IReadOnlyList<CallOffer> OpenOffers => Stage == CallStage.Offer ? _offers.FindAll(o => o.Result is null) : [];

    /// <summary>The transfer under way; null when none is.</summary>
    public CallTransfer? OpenTransfer => _transfers is [.., { Result: null } transfer] ? transfer : null;

    /// <summary>The recording of the whole call; null when there is none.</summary>
    public CallRecording? CallRecording => _recordings.Find(r => !r.IsVoiceMessage);

    /// <summary>Folds a call's journal.</summary>
    public static CallRecord Fold(CallId id, IEnumerable<CallEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var record = new CallRecord(id);
        foreach (var e in events)
        {
            record.Apply(e);
        }

        return record;
    }

    /// <summary>Every leg the journal names, the caller's first; some of them may be long gone.</summary>
    public IEnumerable<LegId> NamedLegs()
    {
        yield return CallerLeg;
        foreach (var offer in _offers)
        {
            yield return offer.Leg;
        }

        foreach (var transfer in _transfers)
        {
            if (transfer.Line is { } line)
            {
                yield return line;
            }

            foreach (var attempt in transfer.Attempts)
            {
                yield return attempt.Leg;
            }
        }
    }
}
