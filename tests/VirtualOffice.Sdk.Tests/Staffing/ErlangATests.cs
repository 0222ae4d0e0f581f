using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Tests.Staffing;

public sealed class ErlangATests
{
    private static readonly TimeSpan s_service = TimeSpan.FromMinutes(3);

    /// <summary>When patience is as long as a service, calls in the system are Poisson: callers leave it at the same rate whether they talk or wait (M/M/∞).</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 10)]
    [InlineData(30, 20)]
    public void Solve_PatienceLikeService_IsPoisson(double load, int operators)
    {
        var weight = Math.Exp(-load);
        var (waits, queue) = (1.0, 0.0);
        for (var k = 0; k < 400; k++)
        {
            waits -= k < operators ? weight : 0;
            queue += Math.Max(0, k - operators) * weight;
            weight *= load / (k + 1);
        }

        var solved = ErlangA.Solve(load, operators, s_service, s_service);

        Assert.Equal(waits, solved.WaitProbability, 9);
        Assert.Equal(queue, solved.MeanQueue, 9);
        Assert.Equal(queue / load, solved.AbandonProbability, 9);
    }

    [Fact]
    public void Solve_EndlessPatience_IsErlangC()
    {
        var within = TimeSpan.FromSeconds(20);

        var solved = ErlangA.Solve(8, 10, s_service, TimeSpan.FromDays(1_000), within);

        Assert.Equal(ErlangC.WaitProbability(8, 10), solved.WaitProbability, 4);
        Assert.Equal(ErlangC.MeanWait(8, 10, s_service).TotalSeconds, solved.MeanWait.TotalSeconds, 0.02);
        Assert.Equal(ErlangC.ServiceLevel(8, 10, s_service, within), solved.ServiceLevel, 4);
    }

    [Fact]
    public void Solve_NoTime_AnswersInTimeWhoNeedNotWait()
    {
        var solved = ErlangA.Solve(22, 20, s_service, TimeSpan.FromMinutes(6));

        Assert.Equal(1 - solved.WaitProbability, solved.ServiceLevel, 9);
    }

    [Fact]
    public void Solve_LongTime_AnswersInTimeAllWhoStay()
    {
        var solved = ErlangA.Solve(22, 20, s_service, TimeSpan.FromMinutes(6), TimeSpan.FromHours(2));

        Assert.Equal(1 - solved.AbandonProbability, solved.ServiceLevel, 6);
        Assert.Equal(22 * (1 - solved.AbandonProbability) / 20, solved.Utilisation, 9);
    }

    [Fact]
    public void Solve_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangA.Solve(0, 1, s_service, s_service));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangA.Solve(1, 0, s_service, s_service));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangA.Solve(1, 1, s_service, TimeSpan.Zero));
    }
}
