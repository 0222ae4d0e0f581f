using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>Messages that an operator writes when the caller is gone.</summary>
public sealed class LateMessageTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly MessageDraft Draft = new(SimulatedOffice.Anna, [new MessageField("text", "He wants two rooms")]);

    private readonly SimulatedOffice _office = new();
    private readonly SimulatedParty _caller;

    public LateMessageTests()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
    }

    private CallId Id => _office.Call().Id;

    [Fact]
    public void TakeMessage_CallerGone_IsTheCallsAndDelivered()
    {
        _caller.HangUp();
        _office.RunUntilClosed();

        var message = Run(calls => calls.TakeMessageAsync(Id, Draft));
        _office.World.RunFor(2 * Second);

        Assert.Equal(("He wants two rooms", MessageKind.Operator, "Anna"), (message.Fields[0].Value, message.Kind, message.EmployeeName));
        Assert.Equal([message.Id], _office.Call().Messages.Select(m => m.Id));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(Run(_ => _office.Office.Messages.ListDeliveriesAsync(Id))).State);
        Assert.Equal(CallOutcomeKind.Completed, _office.Call().Outcome!.Kind);
        Assert.True(_office.Call().IsClosed);
    }

    [Fact]
    public void TakeMessage_WhileTheCallIsBeingEnded_IsTaken()
    {
        _caller.HangUp();
        var message = Run(calls => calls.TakeMessageAsync(Id, Draft));

        Assert.Equal([message.Id], _office.RunUntilClosed().Messages.Select(m => m.Id));
    }

    [Fact]
    public void TakeMessage_CallerWithTheEmployee_IsTaken()
    {
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Answers(Second));
        _ = Run(calls => calls.TransferAsync(Id, new TransferRequest(TransferTarget.Of(SimulatedOffice.Anna))));
        _office.RunUntilStage(CallStage.Transferred);

        var message = Run(calls => calls.TakeMessageAsync(Id, Draft));

        Assert.Equal((CallStage.Transferred, 1), (_office.Call().Stage, _office.Call().Messages.Count));
        Assert.Equal("He wants two rooms", message.Fields[0].Value);
        _caller.HangUp();
        Assert.Equal(CallOutcomeKind.Transferred, _office.RunUntilClosed().Outcome!.Kind);
    }

    [Fact]
    public void TakeMessage_SameCommandAgainAlsoByAnotherHost_IsOneMessage()
    {
        _caller.HangUp();
        _office.RunUntilClosed();
        var command = CommandId.Parse("late-1");
        var first = Run(calls => calls.TakeMessageAsync(Id, Draft, command));
        var second = Run(calls => calls.TakeMessageAsync(Id, Draft, command));
        _office.KillHost();
        _office.StartHost();
        var third = Run(calls => calls.TakeMessageAsync(Id, Draft, command));

        Assert.Equal((first.Id, first.Id), (second.Id, third.Id));
        Assert.Single(_office.Call().Messages);
        Assert.Equal(CallCommandError.Conflict, Refused(calls => calls.TakeMessageAsync(Id, Draft with { Employee = null }, command)).Error);
    }

    [Fact]
    public void TakeMessage_BegunInTheCallAndSentAgainAfterIt_IsOneMessage()
    {
        var command = CommandId.Parse("late-2");
        var first = Run(calls => calls.TakeMessageAsync(Id, Draft, command));
        _caller.HangUp();
        Assert.Equal(CallOutcomeKind.MessageTaken, _office.RunUntilClosed().Outcome!.Kind);

        Assert.Equal(first.Id, Run(calls => calls.TakeMessageAsync(Id, Draft, command)).Id);
        Assert.Single(_office.Call().Messages);
    }

    [Fact]
    public void TakeMessage_NoOperatorHadTheCall_IsRefused()
    {
        _caller.HangUp();
        _office.RunUntilClosed();
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Break);
        var waiting = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550102", behaviour: SimulatedCaller.Passive);
        _office.World.RunFor(2 * Second);
        waiting.HangUp();
        _office.World.RunUntil(() => _office.ReadCalls().All(c => c.IsClosed), TimeSpan.FromMinutes(1));

        Assert.Equal(CallCommandError.WrongStage, Refused(calls => calls.TakeMessageAsync(_office.ReadCalls()[^1].Id, Draft)).Error);
    }

    [Fact]
    public void TakeMessage_NotValid_IsRefused()
    {
        _caller.HangUp();
        _office.RunUntilClosed();

        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.TakeMessageAsync(Id, Draft with { Fields = [] })).Error);
        Assert.Equal(CallCommandError.UnknownEmployee, Refused(calls => calls.TakeMessageAsync(Id, Draft with { Employee = EmployeeId.Parse("nobody") })).Error);
        Assert.Equal(CallCommandError.UnknownCall, Refused(calls => calls.TakeMessageAsync(new CallId(Guid.NewGuid()), Draft)).Error);
        Assert.Empty(_office.Call().Messages);
    }

    [Fact]
    public void Preview_CallerGone_SaysToWhomItGoesAndKeepsNothing()
    {
        _caller.HangUp();
        var version = _office.RunUntilClosed().Version;

        var preview = Run(calls => calls.PreviewMessageAsync(Id, Draft));

        Assert.Equal(["anna@fox.example"], preview.Deliveries.Select(d => d.Recipient));
        Assert.Equal(version, _office.Call().Version);
    }

    private T Run<T>(Func<ICalls, Task<T>> command)
    {
        T answer = default!;
        var done = _office.Host!.Start(async () => answer = await command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 10 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
        return answer;
    }

    private CallCommandException Refused(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 10 * Second);
        return Assert.IsType<CallCommandException>(done.Exception!.InnerException);
    }
}
