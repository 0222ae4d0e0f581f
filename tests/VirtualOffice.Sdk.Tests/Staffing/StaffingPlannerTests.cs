using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Tests.Staffing;

public sealed class StaffingPlannerTests
{
    private static readonly CallPattern s_pattern = new()
    {
        CallsPerHalfHour = [40, 40, 40, 40],
        Talk = TimeSpan.FromMinutes(3),
        Patience = TimeSpan.FromMinutes(2),
    };

    private readonly StaffingPlanner _planner = new(new StaffingOptions { Days = 400 });

    [Fact]
    public void Plan_SteadyCallsAndPatience_AgreesWithErlangA()
    {
        var plan = Plan(s_pattern);

        // The first half hour begins with an empty office, so it needs no more than the steady state.
        Assert.True(plan.Intervals[0].Operators <= plan.Intervals[0].ErlangA);
        Assert.All(plan.Intervals.Skip(1), i => Assert.InRange(i.Operators, i.ErlangA!.Value - 1, i.ErlangA.Value));
        Assert.All(plan.Intervals, i => Assert.InRange(i.Operators, i.OperatorsLow, i.OperatorsHigh));
    }

    [Fact]
    public void Plan_LongSteadyDayWithoutImpatience_AgreesWithErlangC()
    {
        var plan = Plan(s_pattern with { CallsPerHalfHour = [.. Enumerable.Repeat(30.0, 8)], Patience = null });

        Assert.All(plan.Intervals.Skip(2), i => Assert.InRange(i.Operators, i.ErlangC - 1, i.ErlangC));
        Assert.All(plan.Intervals, i => Assert.Null(i.ErlangA));
    }

    [Fact]
    public void Plan_SteadyState_ServiceLevelAgreesWithErlangA()
    {
        var plan = Plan(s_pattern with { CallsPerHalfHour = [.. Enumerable.Repeat(40.0, 6)] });

        var last = plan.Intervals[^1];
        var exact = ErlangA.Solve(4, last.Operators, s_pattern.Talk, s_pattern.Patience!.Value, TimeSpan.FromSeconds(20));
        Assert.Equal(exact.ServiceLevel, last.ServiceLevel.Value, 0.02);
        Assert.Equal(exact.AbandonProbability, last.AbandonRate.Value, 0.01);
        Assert.Equal(exact.Utilisation, last.Occupancy, 0.02);
    }

    [Fact]
    public void Plan_MoreCalls_NeverFewerOperators()
    {
        var before = 0.0;
        foreach (var calls in new[] { 5.0, 10, 20, 40, 80 })
        {
            var hours = Plan(s_pattern with { CallsPerHalfHour = [calls, calls, calls] }).OperatorHours;
            Assert.True(hours > before);
            before = hours;
        }
    }

    [Fact]
    public void Plan_HigherTarget_NeverFewerOperators()
    {
        var (low, high) = (Plan(s_pattern, new StaffingTarget { ServiceLevel = 0.7 }), Plan(s_pattern, new StaffingTarget { ServiceLevel = 0.95 }));

        Assert.All(low.Intervals.Zip(high.Intervals), pair => Assert.True(pair.First.Operators <= pair.Second.Operators));
        Assert.True(low.OperatorHours < high.OperatorHours);
    }

    [Fact]
    public void Plan_AbandonRateIsTheHarderTarget_IsReached()
    {
        var target = new StaffingTarget { ServiceLevel = 0.1, MaxAbandonRate = 0.02 };

        var plan = Plan(s_pattern, target);

        Assert.All(plan.Intervals, i => Assert.True(i.AbandonRate.Low <= 0.02));
        Assert.True(plan.OperatorHours > Plan(s_pattern, target with { MaxAbandonRate = 0.2 }).OperatorHours);
    }

    [Fact]
    public void Plan_NobodyCalls_NeedsNobody()
    {
        var plan = Plan(s_pattern with { CallsPerHalfHour = [0, 0] });

        Assert.All(plan.Intervals, i => Assert.Equal(0, i.Operators));
    }

    [Fact]
    public void Plan_SameSeed_SamePlan() => Assert.Equal(Plan(s_pattern).Intervals, Plan(s_pattern).Intervals);

    [Fact]
    public void Plan_TellsProgress_UpToTheEnd()
    {
        var told = new ProgressLog();

        Plan(s_pattern, progress: told);

        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(1, told.Values[^1]);
    }

    [Fact]
    public void Plan_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => _planner.Plan(s_pattern, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Plan_TooFewOperatorsAllowed_SaysSo()
    {
        var planner = new StaffingPlanner(new StaffingOptions { Days = 10, MaxOperators = 2 });

        Assert.Contains("2 operators", Assert.Throws<VirtualOfficeException>(() => planner.Plan(s_pattern, cancellationToken: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_MakesNoSense_SaysWhat()
    {
        Says("CallsPerHalfHour", s_pattern with { CallsPerHalfHour = [] });
        Says("CallsPerHalfHour[1]", s_pattern with { CallsPerHalfHour = [1, -1] });
        Says("CallsPerHalfHour[0]", s_pattern with { CallsPerHalfHour = [double.NaN] });
        Says("Talk", s_pattern with { Talk = TimeSpan.Zero });
        Says("WrapUp", s_pattern with { WrapUp = TimeSpan.FromSeconds(-1) });
        Says("Patience", s_pattern with { Patience = TimeSpan.Zero });
        Says("ServiceLevel", s_pattern, new StaffingTarget { ServiceLevel = 1 });
        Says("MaxAbandonRate", s_pattern, new StaffingTarget { MaxAbandonRate = 0 });
        Says("Within", s_pattern, new StaffingTarget { Within = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StaffingPlanner(new StaffingOptions { Days = 1 }));
    }

    private StaffingPlan Plan(CallPattern pattern, StaffingTarget? target = null, IProgress<double>? progress = null) =>
        _planner.Plan(pattern, target, progress, TestContext.Current.CancellationToken);

    private void Says(string what, CallPattern pattern, StaffingTarget? target = null) =>
        Assert.Contains(what, Assert.ThrowsAny<ArgumentException>(() => Plan(pattern, target)).Message, StringComparison.Ordinal);

    private sealed class ProgressLog : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
