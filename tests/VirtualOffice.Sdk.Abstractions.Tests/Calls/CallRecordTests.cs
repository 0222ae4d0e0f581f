using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Abstractions.Tests.Calls;

public sealed class CallRecordTests
{
    private static readonly DateTimeOffset T0 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CallId Call = CallId.Parse("01890000-0000-7000-8000-000000000001");
    private static readonly OfferId Offer = OfferId.Parse("01890000-0000-7000-8000-000000000002");
    private static readonly OperatorId Olga = OperatorId.Parse("olga");
    private static readonly LegId CallerLeg = new("main", "c1");
    private static readonly LegId OperatorLeg = new("main", "o1");

    [Fact]
    public void Fold_CallThatIsTransferred_HasStagesPeopleAndSegments()
    {
        var employeeLeg = new LegId("main", "e1");
        var record = CallRecord.Fold(Call,
        [
            Received(0),
            new CallPlanned(At(0), CompanyId.Parse("fox"), "v1", HasGreeting: false, IsOpen: true),
            new CallQueued(At(0), At(0)),
            new CallAnswered(At(5)),
            new OfferMade(At(6), Offer, Olga, OperatorLeg),
            new OfferEnded(At(9), Offer, OfferResult.Accepted),
            new TransferStarted(At(20), 1, EmployeeId.Parse("anna")),
            new AttemptStarted(At(20), 1, 1, PhoneNumber.Parse("+78124540101"), new LegId("main", "e0")),
            new AttemptEnded(At(25), 1, 1, AttemptResult.Busy),
            new AttemptStarted(At(25), 1, 2, PhoneNumber.Parse("+78124540102"), employeeLeg),
            new AttemptEnded(At(30), 1, 2, AttemptResult.Answered),
            new TransferEnded(At(30), 1, TransferResult.Transferred),
            new CallEnded(At(60), new CallOutcome(CallOutcomeKind.Transferred, CallStage.Transferred)),
            new CallClosed(At(61)),
        ]);

        Assert.Equal(CallStage.Ended, record.Stage);
        Assert.Equal(14, record.Version);
        Assert.True(record.IsClosed);
        Assert.Equal(Olga, record.Operator);
        Assert.Equal([AttemptResult.Busy, AttemptResult.Answered], record.Transfers[0].Attempts.Select(a => a.Result!.Value));
        Assert.Equal(
            [(CallSegmentKind.Automated, 0, 0), (CallSegmentKind.Queue, 0, 9), (CallSegmentKind.Operator, 9, 20), (CallSegmentKind.Transfer, 20, 30), (CallSegmentKind.Employee, 30, 60)],
            record.Segments.Select(s => (s.Kind, (int)(s.From - T0).TotalSeconds, (int)(s.To!.Value - T0).TotalSeconds)));
        Assert.Equal([CallerLeg, OperatorLeg, new LegId("main", "e0"), employeeLeg], record.NamedLegs());
    }

    [Fact]
    public void Fold_TransferThatFails_IsBackInConversation()
    {
        var record = Talking();
        record.Apply(new TransferStarted(At(20), 1, EmployeeId.Parse("anna")));
        Assert.Equal(CallStage.Transfer, record.Stage);
        record.Apply(new TransferEnded(At(30), 1, TransferResult.Failed));
        Assert.Equal(CallStage.Conversation, record.Stage);
        Assert.Equal(OperatorLeg, record.OperatorLeg);
    }

    [Fact]
    public void Fold_OperatorLeavesDuringTransferThatFails_IsBackInTheQueueAtItsPlace()
    {
        var record = Talking();
        record.Apply(new TransferStarted(At(20), 1, EmployeeId.Parse("anna")));
        record.Apply(new OperatorLeft(At(25), Olga, LegEndCause.Normal));
        Assert.Equal(CallStage.Transfer, record.Stage);
        record.Apply(new TransferEnded(At(30), 1, TransferResult.Failed));
        Assert.Equal(CallStage.Queue, record.Stage);
        Assert.Equal(At(0), record.EnqueuedAt);
    }

    [Fact]
    public void Fold_OfferThatIsRejected_WaitsOn()
    {
        var record = CallRecord.Fold(Call, [Received(0), new CallQueued(At(0), At(0)), new OfferMade(At(1), Offer, Olga, OperatorLeg)]);
        Assert.Equal(CallStage.Offer, record.Stage);
        Assert.Equal(Offer, Assert.Single(record.OpenOffers).Id);
        record.Apply(new OfferEnded(At(2), Offer, OfferResult.Rejected));
        Assert.Equal(CallStage.Ringing, record.Stage);
        Assert.Empty(record.OpenOffers);
        Assert.Null(record.Operator);
    }

    [Fact]
    public void Fold_ClockSetBack_GivesNoNegativeDuration()
    {
        var record = CallRecord.Fold(Call, [Received(100), new CallQueued(At(50), At(50)), new CallEnded(At(10), new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Ringing))]);
        Assert.All(record.Segments, s => Assert.True(s.To >= s.From));
    }

    [Fact]
    public void Apply_AnythingBeforeReceived_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new CallRecord(Call).Apply(new CallAnswered(T0)));

    [Fact]
    public void Apply_SecondReceived_IsRefused()
    {
        var record = CallRecord.Fold(Call, [Received(0)]);
        Assert.Throws<InvalidOperationException>(() => record.Apply(Received(1)));
    }

    [Fact]
    public void Apply_AnythingAfterClosed_IsRefused()
    {
        var record = CallRecord.Fold(Call, [Received(0), new CallClosed(At(1))]);
        Assert.Throws<InvalidOperationException>(() => record.Apply(new CallAnswered(At(2))));
    }

    private static CallRecord Talking() => CallRecord.Fold(Call,
    [
        Received(0), new CallQueued(At(0), At(0)), new CallAnswered(At(1)), new OfferMade(At(2), Offer, Olga, OperatorLeg), new OfferEnded(At(3), Offer, OfferResult.Accepted),
    ]);

    private static CallReceived Received(int second) => new(At(second), CallerLeg, "boot-1", "+78124540001", CallerId.Withheld);

    private static DateTimeOffset At(int second) => T0.AddSeconds(second);
}
