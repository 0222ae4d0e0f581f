using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class IntakeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Vip_IsServedBeforeWhoCameEarlier_AndTheOperatorKnowsThem()
    {
        var office = Open(new CallerRules { Known = [new KnownCaller(PhoneNumber.Parse("+79215550103"), "Ivan Petrov") { Priority = CallPriority.Vip, Note = "Speaks English" }] });
        foreach (var number in new[] { "79215550101", "79215550102", "79215550103" })
        {
            office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, number);
            office.World.RunFor(Second);
        }

        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.World.RunUntil(() => office.ReadCalls().Any(c => c.Stage == CallStage.Conversation), TimeSpan.FromSeconds(10));
        var served = office.ReadCalls().Single(c => c.Stage == CallStage.Conversation);
        Assert.Equal(("+79215550103", new CallerFacts("Ivan Petrov", "Speaks English")), (served.Caller.ToString(), served.Facts));
    }

    [Fact]
    public void Vip_AfterARestartOfTheHost_IsStillFirst()
    {
        var office = Open(new CallerRules { Known = [new KnownCaller(PhoneNumber.Parse("+79215550103"), "Ivan") { Priority = CallPriority.Vip }] });
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.World.RunFor(Second);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550103");
        office.World.RunFor(Second);
        office.KillHost();
        office.StartHost();
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.World.RunUntil(() => office.ReadCalls().Any(c => c.Stage == CallStage.Conversation), TimeSpan.FromSeconds(10));
        Assert.Equal("+79215550103", office.ReadCalls().Single(c => c.Stage == CallStage.Conversation).Caller.ToString());
    }

    [Theory]
    [InlineData("79219990001", AnonymousCallers.Accept)]
    [InlineData(null, AnonymousCallers.Refuse)]
    public void Unwanted_IsRefusedUnheardAndOnNoList(string? number, AnonymousCallers anonymous)
    {
        var office = Open(new CallerRules { Blocked = [PhoneNumber.Parse("+79219990001")], Anonymous = anonymous });
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, number);
        var call = office.RunUntilClosed(10 * Second);
        Assert.Equal((CallOutcomeKind.Refused, RefusalReason.Blocked, SimulatedOffice.Fox), (call.Outcome!.Kind, call.Outcome.Refusal, call.Company));
        Assert.Null(caller.AnsweredAt);
        Assert.Empty(office.ReadCallbacks());
    }

    [Fact]
    public void Anonymous_Message_IsAskedForOneThoughOperatorsAreFree()
    {
        var office = Open(new CallerRules { Anonymous = AnonymousCallers.Message });
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, null, behaviour: new SimulatedCaller { Message = 5 * Second });
        var call = office.RunUntilClosed(TimeSpan.FromMinutes(1));
        Assert.Equal(CallOutcomeKind.MessageTaken, call.Outcome!.Kind);
        Assert.Empty(call.Offers);
    }

    [Fact]
    public void Redial_IsCreditedWithTheTimeWaited()
    {
        var office = Open(new CallerRules { RedialWithin = TimeSpan.FromMinutes(5) });
        var first = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.World.RunFor(30 * Second);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550102");
        office.World.RunFor(10 * Second);
        first.HangUp();
        office.World.RunFor(5 * Second);

        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.World.RunFor(Second);
        var again = office.ReadCalls()[2];
        Assert.True(again.Facts!.IsRedial);
        Assert.Equal(office.ReadCalls()[0].Id, again.Facts.LastCall);
        Assert.InRange(again.ReceivedAt - again.EnqueuedAt!.Value, 39 * Second, 41 * Second);

        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.World.RunUntil(() => office.ReadCalls().Any(c => c.Stage == CallStage.Conversation), 10 * Second);
        Assert.Equal(again.Id, office.ReadCalls().Single(c => c.Stage == CallStage.Conversation).Id);
    }

    [Fact]
    public void HostsStep_Decides_AndOneThatThrowsOrHangsIsPassedOver()
    {
        var office = Open(new CallerRules(), new Step("throws", _ => throw new InvalidOperationException("no")), new Step("hangs", _ => new TaskCompletionSource().Task), new Step("vip", intake =>
        {
            intake.Priority = CallPriority.Vip;
            return Task.CompletedTask;
        }));
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.RunUntilStage(CallStage.Ringing, 10 * Second);
        Assert.Equal(CallPriority.Vip, office.Call().Priority);
    }

    private static SimulatedOffice Open(CallerRules rules, params ICallMiddleware[] steps)
    {
        var office = new SimulatedOffice(steps: steps, configure: options => options.WrapUp = TimeSpan.Zero, definition: new OfficeDefinition(
            [
                new CompanyDefinition { Id = SimulatedOffice.Fox, Name = "Fox Travel", Version = "v1", Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)], MessagesTo = "office@fox.example", Callers = rules },
            ],
            [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.StartHost();
        return office;
    }

    private sealed class Step(string name, Func<CallIntake, Task> apply) : ICallMiddleware
    {
        public string Name => name;

        public ValueTask ApplyAsync(CallIntake intake, CancellationToken cancellationToken) => new(apply(intake));
    }
}
