namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DeterministicScheduler _scheduler = new();
    private readonly VirtualClock _clock;
    private readonly List<string> _fired = [];

    public VirtualClockTests() => _clock = new VirtualClock(_scheduler, Start);

    [Fact]
    public void AdvanceToNextTimer_SeveralTimers_FiresByDueTimeThenByOrderOfSetting()
    {
        Set("late", 3);
        Set("first of two", 2);
        Set("second of two", 2);
        Set("early", 1);

        FireAll();

        Assert.Equal(["early 1", "first of two 2", "second of two 2", "late 3"], _fired);
    }

    [Fact]
    public void AdvanceToNextTimer_NoTimer_ReturnsFalse()
    {
        Assert.False(_clock.AdvanceToNextTimer());
        Assert.Null(_clock.NextTimer);
    }

    [Fact]
    public void Change_SetTimer_FiresOnlyAtTheNewTime()
    {
        var timer = Set("changed", 1);

        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        FireAll();

        Assert.Equal(["changed 5"], _fired);
    }

    [Fact]
    public void Dispose_TimerWhoseCallbackIsQueued_DoesNotFire()
    {
        var timer = Set("disposed", 1);
        Assert.True(_clock.AdvanceToNextTimer());

        timer.Dispose();
        _scheduler.RunUntilIdle();

        Assert.Empty(_fired);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void CreateTimer_InfiniteDueTime_IsNotSet()
    {
        _clock.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(1));

        Assert.Null(_clock.NextTimer);
    }

    [Fact]
    public void CreateTimer_NegativeDueTime_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-1), Timeout.InfiniteTimeSpan));

    [Fact]
    public void Callback_RunsOnTheSchedulerWithTheContextOfItsCreation()
    {
        var local = new AsyncLocal<string> { Value = "mine" };
        (TaskScheduler? Scheduler, string? Local) seen = default;
        _clock.CreateTimer(_ => seen = (TaskScheduler.Current, local.Value), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        local.Value = "other";

        FireAll();

        Assert.Equal((_scheduler, "mine"), seen);
    }

    [Fact]
    public void ShiftUtc_Back_LeavesMonotonicTimeAndTimers()
    {
        Set("timer", 10);
        var timestamp = _clock.GetTimestamp();

        _clock.ShiftUtc(TimeSpan.FromHours(-2));
        FireAll();

        Assert.Equal(["timer 10"], _fired);
        Assert.Equal(TimeSpan.FromSeconds(10), _clock.GetElapsedTime(timestamp));
        Assert.Equal(Start.AddHours(-2).AddSeconds(10), _clock.GetUtcNow());
    }

    private ITimer Set(string name, int seconds) =>
        _clock.CreateTimer(_ => _fired.Add($"{name} {_clock.Elapsed.TotalSeconds}"), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    private void FireAll()
    {
        while (_clock.AdvanceToNextTimer())
        {
            _scheduler.RunUntilIdle();
        }
    }
}
