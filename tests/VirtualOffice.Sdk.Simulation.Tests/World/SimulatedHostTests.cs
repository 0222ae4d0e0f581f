namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedHostTests
{
    [Fact]
    public void Kill_QueuedTasksAndTimers_NeverRun()
    {
        var world = new SimulatedWorld();
        var host = world.AddHost();
        var ran = new List<string>();
        using var timer = host.Runtime.Clock.CreateTimer(_ => ran.Add("timer"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _ = host.Start(() =>
        {
            ran.Add("task");
            return Task.CompletedTask;
        });

        host.Kill();
        world.RunFor(TimeSpan.FromSeconds(5));

        Assert.Empty(ran);
        Assert.Null(world.Clock.NextTimer);
        Assert.True(host.IsKilled);
        Assert.True(SimulatedHost.IsKilledRuntime(host.Runtime));
    }

    [Fact]
    public void Kill_WaitingWork_RunsNoFurtherAndNotItsFinally()
    {
        var world = new SimulatedWorld();
        var host = world.AddHost();
        var reply = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var trace = new List<string>();
        _ = host.Start(async () =>
        {
            try
            {
                trace.Add("before");
                await reply.Task;
                trace.Add("after");
            }
            finally
            {
                trace.Add("finally");
            }
        });
        world.RunUntilIdle();

        host.Kill();
        reply.SetResult();
        world.RunFor(TimeSpan.FromMinutes(1));

        Assert.Equal(["before"], trace);
    }

    [Fact]
    public void Kill_OneHost_LeavesTheOtherAndTheWorldRunning()
    {
        var world = new SimulatedWorld();
        var (first, second) = (world.AddHost("first"), world.AddHost("second"));
        var beats = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, clock) in new[] { ("first", first.Runtime.Clock), ("second", second.Runtime.Clock), ("world", world.Runtime.Clock) })
        {
            clock.CreateTimer(_ => beats[name] = beats.GetValueOrDefault(name) + 1, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }

        world.RunFor(TimeSpan.FromSeconds(3));
        first.Kill();
        world.RunFor(TimeSpan.FromSeconds(3));

        Assert.Equal(3, beats["first"]);
        Assert.Equal(6, beats["second"]);
        Assert.Equal(6, beats["world"]);
    }

    [Fact]
    public void Kill_FromInsideASchedulerPair_EndsTheWorkAtItsNextWait()
    {
        var world = new SimulatedWorld();
        var host = world.AddHost();
        var trace = new List<string>();
        var pair = new ConcurrentExclusiveSchedulerPair(host.Runtime.Scheduler);
        new Task(() => _ = Work()).Start(pair.ExclusiveScheduler);

        world.RunFor(TimeSpan.FromSeconds(5));

        Assert.Equal(["killing", "killed"], trace);

        async Task Work()
        {
            trace.Add("killing");
            host.Kill();
            trace.Add("killed");
            await Task.Delay(TimeSpan.FromSeconds(1), host.Runtime.Clock);
            trace.Add("alive");
        }
    }

    [Fact]
    public void AddHost_Twice_GivesOtherIdsAndOtherChance()
    {
        var world = new SimulatedWorld();
        var (first, second) = (world.AddHost(), world.AddHost());

        Assert.NotEqual(first.Runtime.Ids.NewId(), second.Runtime.Ids.NewId());
        Assert.NotEqual(first.Runtime.Random.Next(), second.Runtime.Random.Next());
    }

    [Fact]
    public void Start_WorkThrows_FaultsTheTask()
    {
        var world = new SimulatedWorld();
        var host = world.AddHost();

        Assert.Throws<FormatException>(() => world.Run(() => host.Start(() => throw new FormatException())));
    }
}
