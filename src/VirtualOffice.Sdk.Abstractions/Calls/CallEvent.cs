using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
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
[JsonDerivedType(typeof(ScriptStarted), "scriptStarted")]
[JsonDerivedType(typeof(StepEntered), "stepEntered")]
[JsonDerivedType(typeof(AnswerSaved), "answerSaved")]
[JsonDerivedType(typeof(PromptHeard), "promptHeard")]
[JsonDerivedType(typeof(KeysEntered), "keysEntered")]
[JsonDerivedType(typeof(CallbackPromised), "callbackPromised")]
[JsonDerivedType(typeof(VoiceMessageAsked), "voiceMessageAsked")]
[JsonDerivedType(typeof(ScriptResumed), "scriptResumed")]
[JsonDerivedType(typeof(CallAnswered), "callAnswered")]
[JsonDerivedType(typeof(GreetingFinished), "greetingFinished")]
[JsonDerivedType(typeof(CallQueued), "callQueued")]
[JsonDerivedType(typeof(CallerDialled), "callerDialled")]
[JsonDerivedType(typeof(OfferMade), "offerMade")]
[JsonDerivedType(typeof(OfferEnded), "offerEnded")]
[JsonDerivedType(typeof(WhisperEnded), "whisperEnded")]
[JsonDerivedType(typeof(QueueLeft), "queueLeft")]
[JsonDerivedType(typeof(QueueOverflowed), "queueOverflowed")]
[JsonDerivedType(typeof(OperatorLeft), "operatorLeft")]
[JsonDerivedType(typeof(CallDirected), "callDirected")]
[JsonDerivedType(typeof(TransferStarted), "transferStarted")]
[JsonDerivedType(typeof(NumberSkipped), "numberSkipped")]
[JsonDerivedType(typeof(AttemptStarted), "attemptStarted")]
[JsonDerivedType(typeof(AttemptAnswered), "attemptAnswered")]
[JsonDerivedType(typeof(ConsultChanged), "consultChanged")]
[JsonDerivedType(typeof(AttemptEnded), "attemptEnded")]
[JsonDerivedType(typeof(TransferEnded), "transferEnded")]
[JsonDerivedType(typeof(VoiceMessageStarted), "voiceMessageStarted")]
[JsonDerivedType(typeof(MessageTaken), "messageTaken")]
[JsonDerivedType(typeof(RecordingStarted), "recordingStarted")]
[JsonDerivedType(typeof(RecordingPaused), "recordingPaused")]
[JsonDerivedType(typeof(RecordingResumed), "recordingResumed")]
[JsonDerivedType(typeof(RecordingEnded), "recordingEnded")]
[JsonDerivedType(typeof(HoldChanged), "holdChanged")]
[JsonDerivedType(typeof(MuteChanged), "muteChanged")]
[JsonDerivedType(typeof(DigitsSent), "digitsSent")]
[JsonDerivedType(typeof(DispositionSet), "dispositionSet")]
[JsonDerivedType(typeof(DraftSaved), "draftSaved")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(CallEnded), "callEnded")]
[JsonDerivedType(typeof(CallClosed), "callClosed")]
public abstract record CallEvent(DateTimeOffset At);

/// <summary>A caller dialled a number of the office, or is to be called back. Always the first event, durable before anything audible.</summary>
/// <param name="At">When.</param>
/// <param name="Leg">The caller's leg; before a caller is called back there is none yet.</param>
/// <param name="Incarnation">The PBX's incarnation: a PBX that was restarted since has lost the call.</param>
/// <param name="Dialled">The number dialled, as the PBX passed it.</param>
/// <param name="Caller">Who calls.</param>
public sealed record CallReceived(DateTimeOffset At, LegId Leg, string Incarnation, string Dialled, CallerId Caller) : CallEvent(At)
{
    /// <summary>The earlier call whose caller is called back by this one, which the office places; null for a call that came in.</summary>
    public CallId? CallsBack { get; init; }
}

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

    /// <summary>The script that the call follows; null for the office's own course.</summary>
    public string? Script { get; init; }

    /// <summary>The script's first step.</summary>
    public string? ScriptStep { get; init; }

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

/// <summary>An operator is on the line, and the caller to be called back is about to be dialled.</summary>
public sealed record CallerDialled(DateTimeOffset At) : CallEvent(At);

/// <summary>The call is offered to an operator, whose phone is about to be rung.</summary>
public sealed record OfferMade(DateTimeOffset At, OfferId Offer, OperatorId Operator, LegId Leg) : CallEvent(At);

/// <summary>The offer has ended. After <see cref="OfferResult.Accepted"/> the operator has the call.</summary>
public sealed record OfferEnded(DateTimeOffset At, OfferId Offer, OfferResult Result) : CallEvent(At)
{
    /// <summary>Whether the operator who accepted hears first which company it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Whispers { get; init; }
}

/// <summary>The operator has heard which company it is, or is to hear no more of it, and has the caller.</summary>
/// <param name="At">When.</param>
/// <param name="IsHeard">Whether it was heard to its end.</param>
public sealed record WhisperEnded(DateTimeOffset At, bool IsHeard) : CallEvent(At);

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

/// <summary>Somebody wants one operator to have the call: it is offered to that operator alone for a while, and then to anybody.</summary>
/// <param name="At">When.</param>
/// <param name="Operator">The operator.</param>
/// <param name="By">Who wants it.</param>
public sealed record CallDirected(DateTimeOffset At, OperatorId Operator, string By) : CallEvent(At);

/// <summary>A transfer was asked for.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer's number in the call, from 1.</param>
/// <param name="Employee">To which employee; null for a group, an on-call list or a number.</param>
public sealed record TransferStarted(DateTimeOffset At, int Transfer, EmployeeId? Employee) : CallEvent(At)
{
    /// <summary>To whom, where it is no employee.</summary>
    public TransferTarget? Target { get; init; }

    /// <summary>Whom it dials; null for the numbers of the employee, in order.</summary>
    public TransferPlan? Plan { get; init; }

    /// <summary>How the caller is connected, whatever the employee's plan says; null for as it says.</summary>
    public TransferKind? Kind { get; init; }

    /// <summary>Whether the operator leaves at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Leave { get; init; }

    /// <summary>The operator's leg, where it was asked for at the phone; null for one asked for at the desk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LegId? Phone { get; init; }

    /// <summary>The second line of the operator's phone, on which the operator waits for who is called, and talks with them; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LegId? Line { get; init; }
}

/// <summary>A number of a transfer's plan is not dialled after all.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer's number.</param>
/// <param name="Step">The step of the plan, from 1.</param>
/// <param name="Skipped">Which, and why.</param>
public sealed record NumberSkipped(DateTimeOffset At, int Transfer, int Step, SkippedNumber Skipped) : CallEvent(At);

/// <summary>One of the numbers is about to be dialled.</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">The transfer.</param>
/// <param name="Attempt">The attempt's number in the transfer, from 1.</param>
/// <param name="Number">The number.</param>
/// <param name="Leg">The leg's id.</param>
public sealed record AttemptStarted(DateTimeOffset At, int Transfer, int Attempt, PhoneNumber Number, LegId Leg) : CallEvent(At)
{
    /// <summary>Whose number it is; null for the transfer's employee, and for a number dialled by hand.</summary>
    public EmployeeId? Employee { get; init; }

    /// <summary>The step of the plan, from 1; null for the one with the attempt's number.</summary>
    public int? Step { get; init; }
}

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
public sealed record VoiceMessageStarted(DateTimeOffset At, RecordingId Recording) : CallEvent(At)
{
    /// <summary>The script's field that the recording answers; null for a message.</summary>
    public string? Field { get; init; }
}

/// <summary>A message is saved; its deliveries were made durable in the same transaction.</summary>
public sealed record MessageTaken(DateTimeOffset At, Message Message) : CallEvent(At);

/// <summary>The recording of the whole call is about to be started.</summary>
public sealed record RecordingStarted(DateTimeOffset At, RecordingId Recording) : CallEvent(At);

/// <summary>The recording of the call takes nothing in from now on.</summary>
public sealed record RecordingPaused(DateTimeOffset At, RecordingId Recording, PauseReason Reason) : CallEvent(At);

/// <summary>The recording of the call goes on.</summary>
public sealed record RecordingResumed(DateTimeOffset At, RecordingId Recording) : CallEvent(At);

/// <summary>The operator lets the caller wait with music, or has the caller back.</summary>
public sealed record HoldChanged(DateTimeOffset At, bool IsOnHold) : CallEvent(At);

/// <summary>Whether the caller hears the operator.</summary>
public sealed record MuteChanged(DateTimeOffset At, bool IsMuted) : CallEvent(At);

/// <summary>Keys are about to be sent to a party of the call; which ones is not kept.</summary>
/// <param name="At">When.</param>
/// <param name="To">The party's leg.</param>
/// <param name="Count">How many.</param>
public sealed record DigitsSent(DateTimeOffset At, LegId To, int Count) : CallEvent(At);

/// <summary>Somebody said what the call was about; in place of what was said before. As all that is only noted of a call, it may follow <see cref="CallClosed"/>.</summary>
public sealed record DispositionSet(DateTimeOffset At, CallDisposition Disposition) : CallEvent(At);

/// <summary>A recording of the call has its final state.</summary>
/// <param name="At">When.</param>
/// <param name="Recording">The recording, of the whole call or of a voice message.</param>
/// <param name="State">Its state.</param>
/// <param name="Stored">What is stored; null when nothing is.</param>
/// <param name="Reason">Why it is not whole.</param>
public sealed record RecordingEnded(DateTimeOffset At, RecordingId Recording, RecordingState State, StoredRecording? Stored, string? Reason) : CallEvent(At);

/// <summary>The call is over; exactly one for every call.</summary>
public sealed record CallEnded(DateTimeOffset At, CallOutcome Outcome) : CallEvent(At);

/// <summary>Nothing is left to be done for the call: every leg is gone and every recording has its final state. The last event, but for what is only noted: <see cref="DispositionSet"/>, <see cref="DraftSaved"/>, <see cref="QuestionAsked"/>, and for a <see cref="MessageTaken"/> of an operator who writes when the caller is gone.</summary>
public sealed record CallClosed(DateTimeOffset At) : CallEvent(At);
