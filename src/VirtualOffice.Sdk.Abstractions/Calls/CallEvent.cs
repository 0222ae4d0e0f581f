using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// An entry of a call's journal: a fact, durable, in the order of the call. Folding them in order gives the call's state (<see cref="CallRecord"/>).
/// </summary>
/// <param name="At">When it happened, UTC. Order is the journal's, not the clock's.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CallReceived), "callReceived")]
[JsonDerivedType(typeof(CallPlanned), "callPlanned")]
[JsonDerivedType(typeof(CallClassified), "callClassified")]
[JsonDerivedType(typeof(CallAnswered), "callAnswered")]
[JsonDerivedType(typeof(GreetingFinished), "greetingFinished")]
[JsonDerivedType(typeof(CallQueued), "callQueued")]
[JsonDerivedType(typeof(OfferMade), "offerMade")]
[JsonDerivedType(typeof(OfferEnded), "offerEnded")]
[JsonDerivedType(typeof(QueueLeft), "queueLeft")]
[JsonDerivedType(typeof(QueueOverflowed), "queueOverflowed")]
[JsonDerivedType(typeof(OperatorLeft), "operatorLeft")]
[JsonDerivedType(typeof(TransferStarted), "transferStarted")]
[JsonDerivedType(typeof(AttemptStarted), "attemptStarted")]
[JsonDerivedType(typeof(AttemptAnswered), "attemptAnswered")]
[JsonDerivedType(typeof(ConsultChanged), "consultChanged")]
[JsonDerivedType(typeof(AttemptEnded), "attemptEnded")]
[JsonDerivedType(typeof(TransferEnded), "transferEnded")]
[JsonDerivedType(typeof(VoiceMessageStarted), "voiceMessageStarted")]
[JsonDerivedType(typeof(MessageTaken), "messageTaken")]
[JsonDerivedType(typeof(RecordingStarted), "recordingStarted")]
[JsonDerivedType(typeof(RecordingEnded), "recordingEnded")]
[JsonDerivedType(typeof(CallEnded), "callEnded")]
[JsonDerivedType(typeof(CallClosed), "callClosed")]
public abstract record CallEvent(DateTimeOffset At);

/// <summary>A caller dialled a number of the office. Always the first event, durable before anything audible.</summary>
/// <param name="At">When.</param>
/// <param name="Leg">The caller's leg.</param>
/// <param name="Incarnation">The PBX's incarnation: a PBX that was restarted since has lost the call.</param>
/// <param name="Dialled">The number dialled, as the PBX passed it.</param>
/// <param name="Caller">Who calls.</param>
public sealed record CallReceived(DateTimeOffset At, LegId Leg, string Incarnation, string Dialled, CallerId Caller) : CallEvent(At);

/// <summary>Intake found what is to be done with the call.</summary>
/// <param name="At">When.</param>
/// <param name="Company">The company called.</param>
/// <param name="CompanyVersion">The version of its definition that the call keeps.</param>
/// <param name="HasGreeting">Whether a recorded greeting is played first.</param>
/// <param name="IsOpen">Whether the company is open.</param>
public sealed record CallPlanned(DateTimeOffset At, CompanyId Company, string CompanyVersion, bool HasGreeting, bool IsOpen) : CallEvent(At)
{
    /// <summary>Before whom the caller is served.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CallPriority Priority { get; init; }

    /// <summary>What is known of the caller; null for nothing.</summary>
    public CallerFacts? Facts { get; init; }

    /// <summary>Why the caller calls; null when nothing tells.</summary>
    public CallTypeId? CallType { get; init; }

    /// <summary>The caller's language, such as <c>en</c>; null when nothing tells.</summary>
    public string? Language { get; init; }

    /// <summary>From when the place in the queue counts, UTC; null for from the coming of the call.</summary>
    public DateTimeOffset? PlaceFrom { get; init; }

    /// <summary>Whether the caller is asked for a voice message and no operator is rung.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TakesMessage { get; init; }

    /// <summary>Why the call is refused; null when it is not.</summary>
    public RefusalReason? Refusal { get; init; }
}

/// <summary>An operator or a script says why the caller calls, or in which language.</summary>
/// <param name="At">When.</param>
/// <param name="CallType">Why the caller calls; null leaves what was known.</param>
/// <param name="Language">The language; null leaves what was known.</param>
public sealed record CallClassified(DateTimeOffset At, CallTypeId? CallType, string? Language) : CallEvent(At);

/// <summary>The caller's leg was answered.</summary>
public sealed record CallAnswered(DateTimeOffset At) : CallEvent(At);

/// <summary>The recorded greeting is over.</summary>
public sealed record GreetingFinished(DateTimeOffset At) : CallEvent(At);

/// <summary>The call waits for an operator.</summary>
/// <param name="At">When.</param>
/// <param name="EnqueuedAt">From when its place in the queue counts.</param>
public sealed record CallQueued(DateTimeOffset At, DateTimeOffset EnqueuedAt) : CallEvent(At);

/// <summary>The call is offered to an operator, whose phone is about to be rung.</summary>
public sealed record OfferMade(DateTimeOffset At, OfferId Offer, OperatorId Operator, LegId Leg) : CallEvent(At);

/// <summary>The offer has ended. After <see cref="OfferResult.Accepted"/> the operator has the call.</summary>
public sealed record OfferEnded(DateTimeOffset At, OfferId Offer, OfferResult Result) : CallEvent(At);

/// <summary>The caller waits no longer for an operator.</summary>
/// <param name="At">When.</param>
/// <param name="Exit">Why.</param>
/// <param name="Action">What becomes of the caller; not <see cref="QueueAction.Overflow"/>.</param>
/// <param name="Prompt">The prompt that says so; null for the office's usual one.</param>
public sealed record QueueLeft(DateTimeOffset At, QueueExit Exit, QueueAction Action = QueueAction.Message, string? Prompt = null) : CallEvent(At);

/// <summary>The caller waits on, for another company's operators.</summary>
public sealed record QueueOverflowed(DateTimeOffset At, QueueExit Exit, CompanyId To) : CallEvent(At);

/// <summary>The operator's leg is gone while the call goes on.</summary>
public sealed record OperatorLeft(DateTimeOffset At, OperatorId Operator, LegEndCause Cause) : CallEvent(At);

/// <summary>A transfer to an employee was asked for.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer's number in the call, from 1.</param>
/// <param name="Employee">To whom.</param>
public sealed record TransferStarted(DateTimeOffset At, int Transfer, EmployeeId Employee) : CallEvent(At)
{
    /// <summary>How the caller is connected, whatever the employee's plan says; null for as it says.</summary>
    public TransferKind? Kind { get; init; }

    /// <summary>Whether the operator leaves at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Leave { get; init; }
}

/// <summary>One of the employee's numbers is about to be dialled.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer.</param>
/// <param name="Attempt">The attempt's number in the transfer, from 1.</param>
/// <param name="Number">The number.</param>
/// <param name="Leg">The leg's id.</param>
public sealed record AttemptStarted(DateTimeOffset At, int Transfer, int Attempt, PhoneNumber Number, LegId Leg) : CallEvent(At);

/// <summary>Somebody answered who has to accept first, or with whom the operator speaks first.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer's number.</param>
/// <param name="Attempt">The attempt's number in it.</param>
public sealed record AttemptAnswered(DateTimeOffset At, int Transfer, int Attempt) : CallEvent(At);

/// <summary>The operator talks with the employee on the line, with the caller, or with both; the first one begins the consultation.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer's number.</param>
/// <param name="With">With whom.</param>
public sealed record ConsultChanged(DateTimeOffset At, int Transfer, ConsultWith With) : CallEvent(At);

/// <summary>An attempt has its result.</summary>
public sealed record AttemptEnded(DateTimeOffset At, int Transfer, int Attempt, AttemptResult Result) : CallEvent(At);

/// <summary>A transfer has its result.</summary>
public sealed record TransferEnded(DateTimeOffset At, int Transfer, TransferResult Result) : CallEvent(At);

/// <summary>The caller heard the prompt and is about to be recorded.</summary>
public sealed record VoiceMessageStarted(DateTimeOffset At, RecordingId Recording) : CallEvent(At);

/// <summary>A message is saved; its deliveries were made durable in the same transaction.</summary>
public sealed record MessageTaken(DateTimeOffset At, Message Message) : CallEvent(At);

/// <summary>The recording of the whole call is about to be started.</summary>
public sealed record RecordingStarted(DateTimeOffset At, RecordingId Recording) : CallEvent(At);

/// <summary>A recording of the call has its final state.</summary>
/// <param name="At">When.</param>
/// <param name="Recording">The recording, of the whole call or of a voice message.</param>
/// <param name="State">Its state.</param>
/// <param name="Stored">What is stored; null when nothing is.</param>
/// <param name="Reason">Why it is not whole.</param>
public sealed record RecordingEnded(DateTimeOffset At, RecordingId Recording, RecordingState State, StoredRecording? Stored, string? Reason) : CallEvent(At);

/// <summary>The call is over; exactly one for every call.</summary>
public sealed record CallEnded(DateTimeOffset At, CallOutcome Outcome) : CallEvent(At);

/// <summary>Nothing is left to be done for the call: every leg is gone and every recording has its final state. Always the last event.</summary>
public sealed record CallClosed(DateTimeOffset At) : CallEvent(At);
