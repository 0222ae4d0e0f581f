using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Tests.Staffing;

public sealed class BoardSimulationTests
{
    private static readonly SimulatedOffice s_office = new()
    {
        Companies = [new SimulatedCompany([20, 40], VipShare: 0.2)],
        Operators = [[0], [0], [0], [0]],
        Patience = TimeSpan.FromMinutes(2),
    };

    [Fact]
    public void Run_SameSeed_SameDay()
    {
        var (one, other, another) = (Day(s_office, 1), Day(s_office, 1), Day(s_office, 2));

        Assert.Equal(one.Tallies, other.Tallies);
        Assert.NotEqual(one.Tallies, another.Tallies);
    }

    [Fact]
    public void Run_VipsWaitLessThanOthers()
    {
        var tallies = Day(s_office, 3).Tallies;

        Assert.True(tallies[1].Wait / tallies[1].Offered < tallies[0].Wait / tallies[0].Offered);
    }

    [Fact]
    public void Run_NobodyStaffed_EverybodyHangsUp()
    {
        var tallies = Day(s_office with { Staff = [0, 0] }, 4, closes: TimeSpan.FromHours(2)).Tallies;

        Assert.All(tallies, t => Assert.True(t.Offered > 0 && t.Abandoned == t.Offered && t.AnsweredInTime == 0));
    }

    [Fact]
    public void Run_NoQueueAllowed_TurnsAwayInsteadOfLettingWait()
    {
        var tallies = Day(s_office with { Companies = [new SimulatedCompany([60], MaxWaiting: 0)] }, 5).Tallies;

        Assert.True(tallies[0].Blocked > 0);
        Assert.Equal(0, tallies[0].Waited);
    }

    [Fact]
    public void Run_ByInterval_TalliesRatesOfEach()
    {
        var tallies = Day(s_office with { TallyByInterval = true, Companies = [new SimulatedCompany([0, 4_000, 1_000, 0])] }, 6).Tallies;

        Assert.Equal(0, tallies[0].Offered);
        Assert.InRange(tallies[1].Offered, 3_700, 4_300);
        Assert.InRange(tallies[2].Offered, 850, 1_150);
        Assert.Equal(0, tallies[3].Offered);
    }

    private static BoardSimulation Day(SimulatedOffice office, int seed, TimeSpan? closes = null)
    {
        var simulation = new BoardSimulation(office, seed);
        simulation.Run(TimeSpan.FromDays(1), countUntil: closes);
        return simulation;
    }
}
