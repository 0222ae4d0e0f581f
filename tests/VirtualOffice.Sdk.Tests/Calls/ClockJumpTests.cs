using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

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
}
