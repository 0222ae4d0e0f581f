using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>Calls, events and messages to be stored.</summary>
public static class Samples
{
    public static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, 891, TimeSpan.Zero);

    public static readonly CompanyId Fox = CompanyId.Parse("fox-travel");

    public static readonly CompanyId Owl = CompanyId.Parse("owl_books");

    private static readonly LegId Leg = new("main", "1741064767.12");

    private static long _ids;

    /// <summary>A new id, later than all before.</summary>
    public static CallId NewCall() => new(Guid.CreateVersion7(At.AddMilliseconds(Interlocked.Increment(ref _ids))));

    public static MessageId NewMessage() => new(Guid.CreateVersion7(At.AddMilliseconds(Interlocked.Increment(ref _ids))));

    public static CallReceived Received() => new(At, Leg, "boot-1", "78124540001", CallerId.Clean("+79215550101", "Пётр \"Ёж\" O'Neil"));

    public static CallPlanned Planned(CompanyId company) => new(At, company, "0123456789ab", HasGreeting: true, IsOpen: true);

    public static CallEnded Ended() => new(At, new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Queue, TimeSpan.FromSeconds(12.5)));

    public static Message Message(CallId call, MessageId? id = null) => new()
    {
        Id = id ?? NewMessage(),
        Call = call,
        Kind = MessageKind.Operator,
        Company = Fox,
        CompanyName = "Fox Travel",
        Employee = EmployeeId.Parse("anna"),
        EmployeeName = "Анна",
        Caller = CallerId.Clean("+79215550101", "Пётр"),
        Dialled = "+78124540001",
        ReceivedAt = new DateTimeOffset(2026, 3, 4, 8, 6, 7, TimeSpan.FromHours(3)),
        Fields = [new MessageField("name", "Иван"), new MessageField("text", "line 1\r\nline 2\t<b>&\"'\\ \u0001 🦊")],
        Recording = RecordingId.Parse("vm-1"),
    };

    public static MessageDelivery Delivery(Message message, int number, DateTimeOffset due) => new(
        new DeliveryId(message.Id, number), message.Call, message.Company, "email", $"r{number}@fox.example", DeliveryState.Pending, 0, due, null);

    /// <summary>The first append of a call: received and planned.</summary>
    public static JournalAppend First(CallId call, CompanyId company) => new(call, 0, [Received(), Planned(company)], []);

    public static JournalAppend Append(CallId call, long version, params CallEvent[] events) => new(call, version, events, []);

    /// <summary>One event of every kind.</summary>
    public static IReadOnlyList<CallEvent> EveryEvent(CallId call)
    {
        var (offer, op, recording) = (new OfferId(call.Value), OperatorId.Parse("olga"), RecordingId.Parse("rec_1"));
        return
        [
            Received(),
            Planned(Fox),
            new CallClassified(At, CallTypeId.Parse("visas"), "en"),
            new ScriptStarted(At, "visas", "hello"),
            new StepEntered(At, "topic", "next"),
            new AnswerSaved(At, "topic", "a \"visa\"") { IsMasked = true },
            new PromptHeard(At, IsInformation: true),
            new KeysEntered(At, "12#"),
            new CallbackPromised(At),
            new VoiceMessageAsked(At, "there is no step 'x'"),
            new ScriptResumed(At),
            new CallAnswered(At),
            new GreetingFinished(At),
            new CallQueued(At, At.AddSeconds(-3)),
            new CallerDialled(At),
            new OfferMade(At, offer, op, Leg),
            new OfferEnded(At, offer, OfferResult.Accepted),
            new WhisperEnded(At, IsHeard: true),
            new QueueLeft(At, QueueExit.WaitLimit, QueueAction.Callback, "call-you-back"),
            new QueueOverflowed(At, QueueExit.QueueLength, Fox),
            new OperatorLeft(At, op, LegEndCause.Normal),
            new CallDirected(At, op, "rita"),
            new TransferStarted(At, 1, EmployeeId.Parse("anna")),
            new NumberSkipped(At, 1, 1, new SkippedNumber(EmployeeId.Parse("anna"), PhoneNumber.Parse("+78124540101"), SkipReason.OutOfHours, "out of its hours")),
            new AttemptStarted(At, 1, 1, PhoneNumber.Parse("+78124540101"), Leg),
            new AttemptAnswered(At, 1, 1),
            new ConsultChanged(At, 1, ConsultWith.Caller),
            new AttemptEnded(At, 1, 1, AttemptResult.NoAnswer),
            new TransferEnded(At, 1, TransferResult.Failed),
            new VoiceMessageStarted(At, recording),
            new MessageTaken(At, Message(call, new MessageId(call.Value))),
            new RecordingStarted(At, recording),
            new RecordingPaused(At, recording, PauseReason.Policy),
            new RecordingResumed(At, recording),
            new RecordingEnded(At, recording, RecordingState.Partial, new StoredRecording(123456, new string('a', 64), TimeSpan.FromMilliseconds(12345)), "the PBX was restarted"),
            new HoldChanged(At, true),
            new MuteChanged(At, true),
            new DigitsSent(At, Leg, 3),
            new DispositionSet(At, new CallDisposition("booking", "a trip", op)),
            new DraftSaved(At, [new MessageField("text", "a \"draft\"")]),
            new QuestionAsked(At, new AskedQuestion("May I bring a dog?", true) { Faq = "pets", By = op }),
            Ended(),
            new CallClosed(At),
        ];
    }

    /// <summary>Records with lists compare by reference; this compares by content.</summary>
    public static void AssertEqual(CallEvent expected, CallEvent actual)
    {
        if (expected is MessageTaken { Message: var message } && actual is MessageTaken { Message: var found })
        {
            AssertEqual(message, found);
            Assert.Equal(expected.At, actual.At);
            return;
        }

        if (expected is DraftSaved draft && actual is DraftSaved read)
        {
            Assert.Equal(draft.Fields, read.Fields);
            Assert.Equal(expected.At, actual.At);
            return;
        }

        Assert.Equal(expected, actual);
    }

    public static void AssertEqual(Message expected, Message actual)
    {
        Assert.Equal(expected.Fields, actual.Fields);
        Assert.Equal(expected.ReceivedAt.Offset, actual.ReceivedAt.Offset);
        Assert.Equal(expected, actual with { Fields = expected.Fields });
    }
}
