using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class OutcomeRuleTests
{
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    private static readonly OperatorId Olga = OperatorId.Parse("olga");
    private static readonly EmployeeId Anna = EmployeeId.Parse("anna");

    private readonly SimulatedWorld _world = new();
    private readonly DateTimeOffset _received;

    public OutcomeRuleTests() => _received = _world.Clock.GetUtcNow();

    [Fact]
    public void For_ConversationAndThenTheEnd_IsCompleted() =>
        Assert.Equal(new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation), OutcomeRule.For(Call(Conversation())));

    [Fact]
    public void For_EmployeeConnected_IsTransferred() =>
        Assert.Equal(new CallOutcome(CallOutcomeKind.Transferred, CallStage.Transferred), OutcomeRule.For(Call([.. Conversation(), .. Transfer(TransferResult.Transferred)])));

    [Fact]
    public void For_TransferFailedAndOperatorBack_IsCompleted() =>
        Assert.Equal(CallOutcomeKind.Completed, OutcomeRule.For(Call([.. Conversation(), .. Transfer(TransferResult.Failed)])).Kind);

    [Fact]
    public void For_CallerGoneWhileTransferred_IsAbandonedInTransfer()
    {
        var outcome = OutcomeRule.For(Call([.. Conversation(), .. Transfer(TransferResult.CallerGone)]));
        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Transfer), (outcome.Kind, outcome.Stage));
    }

    [Fact]
    public void For_MessageTaken_IsMessageTaken() =>
        Assert.Equal(CallOutcomeKind.MessageTaken, OutcomeRule.For(Call([.. Conversation(), MessageTaken()])).Kind);

    [Fact]
    public void For_Refused_KeepsTheReason()
    {
        var call = Call();
        call.Refuse(RefusalReason.UnknownNumber);
        Assert.Equal(new CallOutcome(CallOutcomeKind.Refused, CallStage.Intake, Refusal: RefusalReason.UnknownNumber), OutcomeRule.For(call));
    }

    [Fact]
    public void For_TurnedAwayAfterAMessage_IsMessageTaken()
    {
        var call = Call([.. Conversation(), MessageTaken()]);
        call.Refuse(RefusalReason.Overload);
        Assert.Equal(CallOutcomeKind.MessageTaken, OutcomeRule.For(call).Kind);
    }

    [Fact]
    public void For_HungUpInTheQueue_IsAbandonedWithTheWaitSinceItsPlaceCounts()
    {
        var call = Call(Queued(_received + TimeSpan.FromSeconds(3)));
        _world.RunFor(TimeSpan.FromSeconds(10));
        Assert.Equal(new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Ringing, TimeSpan.FromSeconds(7)), OutcomeRule.For(call));
    }

    [Fact]
    public void For_HungUpBeforeTheQueue_IsAbandonedWithTheWaitSinceReceipt()
    {
        var call = Call();
        _world.RunFor(TimeSpan.FromSeconds(2));
        Assert.Equal(new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Intake, TimeSpan.FromSeconds(2)), OutcomeRule.For(call));
    }

    [Fact]
    public void For_PlaceThatCountsFromTheFuture_WaitedNothing() =>
        Assert.Equal(TimeSpan.Zero, OutcomeRule.For(Call(Queued(_received + TimeSpan.FromHours(1)))).Waited);

    [Fact]
    public void For_FailedInTheOffice_KeepsWhatAPersonMustKnow()
    {
        var call = Call(Conversation());
        call.Failure = "stage broke";
        Assert.Equal(new CallOutcome(CallOutcomeKind.FailedInternal, CallStage.Conversation, Detail: "stage broke"), OutcomeRule.For(call));
    }

    [Fact]
    public void For_LostByPbxInConversation_IsLostAndNotCompleted()
    {
        var call = Lost(Conversation());
        Assert.Equal(new CallOutcome(CallOutcomeKind.LostByPbx, CallStage.Conversation), OutcomeRule.For(call));
    }

    [Fact]
    public void For_EmployeeConnectedAndMessageTaken_TransferredIsMore() =>
        Assert.Equal(CallOutcomeKind.Transferred, OutcomeRule.For(Call([.. Conversation(), MessageTaken(), .. Transfer(TransferResult.Transferred)])).Kind);

    [Fact]
    public void For_Achieved_BeatsEveryEnd()
    {
        var taken = Lost([.. Conversation(), MessageTaken()]);
        taken.Failure = "stage broke";
        Assert.Equal(CallOutcomeKind.MessageTaken, OutcomeRule.For(taken).Kind);
        var transferred = Lost([.. Conversation(), .. Transfer(TransferResult.Transferred)]);
        transferred.Failure = "stage broke";
        Assert.Equal(CallOutcomeKind.Transferred, OutcomeRule.For(transferred).Kind);
    }

    [Fact]
    public void For_FailedAndLost_TheFailureIsNamed()
    {
        var call = Lost(Conversation());
        call.Failure = "stage broke";
        Assert.Equal(CallOutcomeKind.FailedInternal, OutcomeRule.For(call).Kind);
    }

    private CallSession Call(params CallEvent[] events)
    {
        var pbx = new SimulatedPbx(_world.Runtime).CreateProvider(_world.Runtime);
        return TestCalls.Session(_world, pbx, [TestCalls.Received(_received), .. events]);
    }

    private CallSession Lost(params CallEvent[] events)
    {
        var call = Call(events);
        call.LoseToPbx(new PbxView(new PbxSnapshot("another incarnation", [], [])));
        return call;
    }

    private CallEvent[] Queued(DateTimeOffset from) => [new CallPlanned(_received, Fox, "v1", HasGreeting: false, IsOpen: true), new CallQueued(_received, from)];

    private CallEvent[] Conversation()
    {
        var offer = new OfferId(_world.Runtime.Ids.NewId());
        return
        [
            .. Queued(_received),
            new CallAnswered(_received),
            new OfferMade(_received, offer, Olga, new LegId("simulated", "operator")),
            new OfferEnded(_received, offer, OfferResult.Accepted),
        ];
    }

    private CallEvent[] Transfer(TransferResult result) =>
    [
        new TransferStarted(_received, 1, Anna),
        new AttemptStarted(_received, 1, 1, PhoneNumber.Parse("+78124540101"), new LegId("simulated", "employee")),
        new AttemptEnded(_received, 1, 1, result == TransferResult.Transferred ? AttemptResult.Answered : AttemptResult.NoAnswer),
        new TransferEnded(_received, 1, result),
    ];

    private MessageTaken MessageTaken() => new(_received, new Message
    {
        Id = new MessageId(_world.Runtime.Ids.NewId()),
        Call = new CallId(_world.Runtime.Ids.NewId()),
        Kind = MessageKind.Operator,
        Company = Fox,
        CompanyName = "Fox Travel",
        Caller = CallerId.Withheld,
        Dialled = "+78124540001",
        ReceivedAt = _received,
    });
}
