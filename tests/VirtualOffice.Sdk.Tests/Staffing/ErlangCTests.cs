using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Tests.Staffing;

public sealed class ErlangCTests
{
    private static readonly TimeSpan s_service = TimeSpan.FromMinutes(3);

    /// <summary>With one operator callers wait with the probability of the load; with two, <c>a² / (2 + a)</c>. 0.4092 for 8 Erlang and 10 operators: L. Kleinrock, "Queueing Systems I", by the formula of section 3.5.</summary>
    [Theory]
    [InlineData(0.7, 1, 0.7)]
    [InlineData(1, 2, 1.0 / 3)]
    [InlineData(8, 10, 0.4092)]
    [InlineData(5, 5, 1)]
    [InlineData(6, 5, 1)]
    public void WaitProbability_KnownValue_Agrees(double load, int operators, double expected) =>
        Assert.Equal(expected, ErlangC.WaitProbability(load, operators), 4);

    [Fact]
    public void MeanWait_OneOperator_IsThatOfMM1()
    {
        // M/M/1: the wait is ρ/(1 − ρ) services.
        Assert.Equal(720, ErlangC.MeanWait(0.8, 1, s_service).TotalSeconds, 0.001);
        Assert.Equal(TimeSpan.MaxValue, ErlangC.MeanWait(1, 1, s_service));
    }

    [Fact]
    public void ServiceLevel_NoTime_IsWhoNeedNotWait()
    {
        Assert.Equal(1 - ErlangC.WaitProbability(8, 10), ErlangC.ServiceLevel(8, 10, s_service, TimeSpan.Zero), 12);
        Assert.Equal(1 - (0.5 * Math.Exp(-0.5)), ErlangC.ServiceLevel(0.5, 1, s_service, s_service), 12);
        Assert.Equal(0, ErlangC.ServiceLevel(10, 10, s_service, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void MeanWaits_TogetherAreTheMeanWaitOfAll()
    {
        // Who is first changes nobody's service, so the mean over all stays (Kleinrock's conservation law).
        var (vip, others) = ErlangC.MeanWaits(2, 8, 10, s_service);

        Assert.True(vip < others);
        Assert.Equal(ErlangC.MeanWait(8, 10, s_service).TotalSeconds, ((vip * 0.25) + (others * 0.75)).TotalSeconds, 0.001);
    }

    [Fact]
    public void OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(1, 2, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.ServiceLevel(1, 2, s_service, TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.MeanWaits(2, 1, 3, s_service));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.MeanWaits(1, 3, 3, s_service));
    }
}
