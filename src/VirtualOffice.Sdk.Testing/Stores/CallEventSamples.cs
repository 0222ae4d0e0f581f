using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>The journal of a call in which every kind of event occurs, with the texts that stores tend to break.</summary>
internal static class CallEventSamples
{
    private static readonly DateTimeOffset Start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567);
    private static readonly LegId CallerLeg = new("main", "in-1");
    private static readonly LegId OperatorLeg = new("main", "op-1");
    private static readonly LegId EmployeeLeg = new("main", "emp-1");
    private static readonly RecordingId WholeCall = RecordingId.Parse("rec-1");
    private static readonly RecordingId Voice = RecordingId.Parse("voice-1");
    private static readonly OperatorId Operator = OperatorId.Parse("olga");
    private static readonly OfferId Offer = new(new Guid(9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

    public static readonly CompanyId Company = CompanyId.Parse("fox-travel");
    public static readonly EmployeeId Employee = EmployeeId.Parse("ivan_petrov");

    public static IReadOnlyList<CallEvent> WholeJournal(CallId call) =>
    [
        Received(Start),
        new CallPlanned(At(1), Company, "v\"1'", HasGreeting: true, IsOpen: true)
        {
            Priority = CallPriority.Vip,
            Facts = new CallerFacts("Анна \"VIP\"", "Speaks English", new CallId(Guid.Parse("019cadc6-a3d5-7000-acdf-7ca47c4e5dda")), IsRedial: true),
            PlaceFrom = At(-60),
            CallType = CallTypeId.Parse("visas"),
            Language = "ru",
        },
        new CallClassified(At(1.5), CallTypeId.Parse("tours"), "en"),
        new ScriptStarted(At(1.6), "visas", "hello"),
        new StepEntered(At(1.7), "topic", "next"),
        new AnswerSaved(At(1.8), "topic", "a \"visa\" 😀") { IsMasked = true },
        new PromptHeard(At(1.81), IsInformation: true),
        new KeysEntered(At(1.82), "12#"),
        new VoiceMessageAsked(At(1.84), "no step 'x'"),
        new ScriptResumed(At(1.85)),
        new RecordingStarted(At(2), WholeCall),
        new RecordingPaused(At(2.5), WholeCall, PauseReason.Policy),
        new RecordingResumed(At(2.7), WholeCall),
        new CallAnswered(At(3)),
        new GreetingFinished(At(4)),
        new CallQueued(At(5), At(-60)),
        new CallerDialled(At(5.5)),
        new CallDirected(At(5.7), Operator, "Рита \"the boss\""),
        new OfferMade(At(6), Offer, Operator, OperatorLeg),
        new OfferEnded(At(7), Offer, OfferResult.Accepted) { Whispers = true },
        new WhisperEnded(At(7.05), true),
        new HoldChanged(At(7.1), true),
        new HoldChanged(At(7.2), false),
        new MuteChanged(At(7.3), true),
        new DigitsSent(At(7.4), CallerLeg, 3),
        new DispositionSet(At(7.5), new CallDisposition("booking", "a trip to \"Fox\"\nтуда", Operator)),
        new DraftSaved(At(7.6), [new MessageField("text", "Перезвоните \"сегодня\"\n😀"), new MessageField("name", "")]),
        new QuestionAsked(At(7.7), new AskedQuestion("May I bring \"two\" dogs?", IsAnswered: false) { Faq = "pets", By = Operator }),
        new TransferStarted(At(8), 1, Employee) { Kind = TransferKind.Warm, Leave = true, Phone = OperatorLeg, Line = new LegId("main", "in-2") },
        new AttemptStarted(At(9), 1, 1, PhoneNumber.Parse("+79219990011"), EmployeeLeg),
        new NumberSkipped(At(9.1), 1, 1, new SkippedNumber(Employee, PhoneNumber.Parse("+79219990014"), SkipReason.TooManyCalls, "3 numbers ring or talk, and at most \"3\" may")),
        new AttemptAnswered(At(9.2), 1, 1),
        new ConsultChanged(At(9.5), 1, ConsultWith.Everybody),
        new AttemptEnded(At(10), 1, 1, AttemptResult.NotAccepted),
        new TransferEnded(At(11), 1, TransferResult.Failed),
        new TransferStarted(At(11.2), 2, null)
        {
            Target = TransferTarget.Of(OnCallListId.Parse("night")),
            Plan = new TransferPlan(
                [[new PlannedNumber(Employee, PhoneNumber.Parse("+79219990012")), new PlannedNumber(EmployeeId.Parse("petr"), new ReachNumber(PhoneNumber.Parse("+79219990013")) { MustAccept = true, WithPrevious = true })]],
                [new SkippedNumber(EmployeeId.Parse("oleg"), null, SkipReason.Away, "Олег is \"ill\"")])
            {
                Rule = "Night, turn of ivan",
            },
        },
        new AttemptStarted(At(11.3), 2, 1, PhoneNumber.Parse("+79219990012"), new LegId("main", "emp-2")) { Employee = Employee, Step = 1 },
        new AttemptStarted(At(11.3), 2, 2, PhoneNumber.Parse("+79219990013"), new LegId("main", "emp-3")) { Employee = EmployeeId.Parse("petr"), Step = 1 },
        new AttemptEnded(At(11.4), 2, 1, AttemptResult.TakenByOther),
        new AttemptEnded(At(11.5), 2, 2, AttemptResult.NotAccepted),
        new TransferEnded(At(11.6), 2, TransferResult.Failed),
        new OperatorLeft(At(12), Operator, LegEndCause.Failed),
        new QueueOverflowed(At(12.5), QueueExit.QueueLength, CompanyId.Parse("nord-service")),
        new QueueLeft(At(13), QueueExit.WaitLimit),
        new CallbackPromised(At(13.5)),
        new VoiceMessageStarted(At(14), Voice),
        new RecordingEnded(At(15), Voice, RecordingState.Stored, new StoredRecording(123456789012, new string('a', 64), TimeSpan.FromTicks(61_234_567)), null),
        new MessageTaken(At(16), Message(call, 1)),
        new CallEnded(At(17), new CallOutcome(CallOutcomeKind.MessageTaken, CallStage.Message, TimeSpan.FromSeconds(12.5), null, "done")),
        new RecordingEnded(At(18), WholeCall, RecordingState.Missing, null, "the PBX's disk is \"full\"\n100 %"),
        new CallClosed(At(19)),
    ];

    public static CallReceived Received(DateTimeOffset at) =>
        new(at, CallerLeg, "inc-1", "+78124540001", CallerId.Clean("+79211234567", "Анна «Fox» O'Neil; DROP TABLE 😀"));

    public static CallPlanned Planned(CompanyId company) => new(At(1), company, "v1", HasGreeting: false, IsOpen: true);

    public static Message Message(CallId call, int number) => new()
    {
        Id = new MessageId(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)),
        Call = call,
        Kind = MessageKind.Voice,
        Company = Company,
        CompanyName = "Fox & \"Travel\" <b>",
        Employee = Employee,
        EmployeeName = "Иван",
        Caller = CallerId.Clean("+79211234567", "Anna"),
        Dialled = "+78124540001",
        ReceivedAt = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(3)),
        Fields = [new MessageField("What", "line one\r\nline two\t\"quoted\" \\ 'single' 😀 العربية"), new MessageField("Long", new string('x', 10_000)), new MessageField("Empty", "")],
        Recording = Voice,
    };

    public static MessageDelivery Delivery(Message message, int number, DateTimeOffset dueAt) => new(
        new DeliveryId(message.Id, number), message.Call, message.Company, "email", $"someone{number}@example.org", DeliveryState.Pending, 0, dueAt, null);

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);
}
