using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class ClockJumpTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void WallClockIsSet_CallWaits_TheLongestWaitIsNeitherShorterNorLonger(int hours)
    {
        var office = new SimulatedOffice(configure: options => options.WaitLimit = 30 * Second);
        office.StartHost();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        office.World.RunFor(2 * Second);
        office.World.Clock.ShiftUtc(TimeSpan.FromHours(hours));
        office.World.RunFor(27 * Second);
        Assert.Equal(CallStage.Queue, office.Call().Stage);
        office.World.RunFor(2 * Second);
        Assert.Equal(CallStage.Message, office.Call().Stage);
    }

    /// <summary>The board has counted on since before the clock was set; the call came in after it.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void WallClockWasSet_CompanysLongestWait_IsNeitherShorterNorLonger(int hours)
    {
        var office = Open(new QueueRules { Limits = [new QueueLimit(QueueExit.WaitLimit, QueueAction.Message) { Time = 20 * Second }] });
        office.World.Clock.ShiftUtc(TimeSpan.FromHours(hours));
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        office.World.RunFor(18 * Second);
        Assert.Equal(CallStage.Queue, office.Call().Stage);
        office.World.RunFor(4 * Second);
        Assert.Equal(CallStage.Message, office.Call().Stage);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void WallClockWasSet_CallersOperatorOfLastTime_IsWaitedForNeitherShorterNorLonger(int hours)
    {
        var office = Open(new QueueRules { PreferLastOperatorFor = 20 * Second });
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Talks = 5 * Second });
        office.RunUntilClosed();
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Break);
        office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        office.World.Clock.ShiftUtc(TimeSpan.FromHours(hours));

        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.World.RunFor(18 * Second);
        Assert.Empty(CallOf(caller).Offers);
        office.World.RunFor(4 * Second);
        Assert.Equal(SimulatedOffice.Pavel, Assert.Single(CallOf(caller).Offers).Operator);

        CallRecord CallOf(SimulatedParty party) => office.ReadCalls().Single(c => c.CallerLeg == party.Leg);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void WallClockIsSet_OperatorWrapsUp_TheWrapUpIsNeitherShorterNorLonger(int hours)
    {
        var office = new SimulatedOffice(configure: options => options.WrapUp = 10 * Second);
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Talks = 5 * Second });
        office.RunUntilClosed();
        office.World.Clock.ShiftUtc(TimeSpan.FromHours(hours));
        office.World.RunFor(8 * Second);
        Assert.Equal(OperatorState.WrapUp, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
        office.World.RunFor(3 * Second);
        Assert.Equal(OperatorState.Available, office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    private static SimulatedOffice Open(QueueRules rules)
    {
        var office = new SimulatedOffice(definition: new OfficeDefinition(
            [new CompanyDefinition { Id = SimulatedOffice.Fox, Name = "Fox Travel", Version = "v1", Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)], MessagesTo = "office@fox.example", Queue = rules }],
            [
                new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox]),
                new OperatorDefinition(SimulatedOffice.Pavel, "Pavel", SimulatedOffice.PavelsPhone, [SimulatedOffice.Fox]),
            ]));
        office.StartHost();
        return office;
    }
}
