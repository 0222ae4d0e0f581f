using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedWorldTests
{
    private static readonly SimulatedWorldOptions Seeded = new() { Order = TaskOrder.Seeded };

    // Written down from a run of another process: what a seed does must not depend on the process, the machine or the test runner.
    [Theory]
    [InlineData(7, TaskOrder.Fifo, "44c58eaf7e3d4f59")]
    [InlineData(7, TaskOrder.Seeded, "fd6bda436dc9b9cb")]
    public void Run_KnownSeed_GivesKnownTrace(int seed, TaskOrder order, string expected)
    {
        var trace = string.Join('\n', TraceOf(seed, new SimulatedWorldOptions { Order = order }));

        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trace)))[..16]);
    }

    [Fact]
    public async Task Run_FromAnyThreadAndContext_GivesTheSameTrace()
    {
        var onPool = await Task.Run(() => TraceOf(3, Seeded), TestContext.Current.CancellationToken);
        List<string> onThread = [];
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new PostingContext());
            onThread = TraceOf(3, Seeded);
        });
        thread.Start();
        thread.Join();

        Assert.Equal(string.Join('\n', onPool), string.Join('\n', onThread));
    }

    [Fact]
    public void Run_OtherSeed_GivesAnotherInterleaving()
    {
        static string Order(int seed) => string.Join(',', TraceOf(seed, Seeded).Select(line => line.Length > 40 ? line[..^33] : line));

        Assert.NotEqual(Order(1), Order(2), StringComparer.Ordinal);
    }

    [Fact]
    public void Run_WorkThrows_ThrowsTheSame()
    {
        var world = new SimulatedWorld();

        var thrown = Assert.Throws<FormatException>(() => world.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromHours(1), world.Clock, CancellationToken.None);
            throw new FormatException("mine");
        }));

        Assert.Equal("mine", thrown.Message);
        Assert.Equal(TimeSpan.FromHours(1), world.Clock.Elapsed);
    }

    [Fact]
    public void Run_NothingLeftToHappen_Throws()
    {
        var world = new SimulatedWorld();

        var thrown = Assert.Throws<SimulationException>(() => world.Run(() => new TaskCompletionSource().Task));

        Assert.Contains("Nothing is left to happen", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PastItsTime_Throws()
    {
        var world = new SimulatedWorld();

        Assert.Throws<SimulationException>(() => world.Run(() => Task.Delay(TimeSpan.FromMinutes(2), world.Clock), within: TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Run_TasksThatOnlyMakeTasks_ReportsLivelock()
    {
        var world = new SimulatedWorld(options: new SimulatedWorldOptions { MaxStepsAtOneInstant = 1000 });

        var thrown = Assert.Throws<SimulationException>(() => world.Run(async () =>
        {
            while (true)
            {
                await Task.Yield();
            }
        }));

        Assert.StartsWith("Livelock", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TooManySteps_Throws()
    {
        var world = new SimulatedWorld(options: new SimulatedWorldOptions { MaxSteps = 1000 });

        Assert.Throws<SimulationException>(() => world.Run(async () =>
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), world.Clock);
            }
        }));
    }

    [Fact]
    public void Run_SomethingLeavesTheThread_Throws()
    {
        var world = new SimulatedWorld();
        using var queued = new ManualResetEventSlim();

        var thrown = Assert.Throws<SimulationException>(() => world.Run(async () =>
        {
            var foreign = new Thread(() =>
            {
                new Task(() => { }).Start(world.Scheduler);
                queued.Set();
            });
            foreign.Start();
            queued.Wait(TestContext.Current.CancellationToken);
            await Task.Yield();
        }));

        Assert.Contains("outside the simulation's thread", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WhenAll")]
    [InlineData("WaitAsync")]
    [InlineData("ReadAllAsync")]
    [InlineData("ConfigureAwait")]
    public void Run_FrameworkGoesOverToThePool_ThrowsAndSaysSo(string way)
    {
        var world = new SimulatedWorld();
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = Channel.CreateUnbounded<int>();

        var thrown = Assert.Throws<SimulationException>(() => world.Run(async () =>
        {
            _ = CompleteLater();
            await (way switch
            {
                "WhenAll" => Task.WhenAll(source.Task, source.Task),
                "WaitAsync" => source.Task.WaitAsync(TimeSpan.FromDays(2), world.Clock),
                "ReadAllAsync" => ReadAll(),
                _ => Unconfigured(),
            });
        }));

        Assert.Contains("outside the simulation's thread", thrown.Message, StringComparison.Ordinal);

        async Task CompleteLater()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), world.Clock);
            source.SetResult();
            channel.Writer.Complete();
        }

        async Task ReadAll()
        {
            await foreach (var item in channel.Reader.ReadAllAsync())
            {
                Assert.Fail($"{item}");
            }
        }

        async Task Unconfigured() => await source.Task.ConfigureAwait(false);
    }

    [Fact]
    public void Run_TimerCallbackThrows_Throws()
    {
        var world = new SimulatedWorld();
        using var timer = world.Clock.CreateTimer(_ => throw new FormatException(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        var thrown = Assert.Throws<SimulationException>(() => world.RunFor(TimeSpan.FromSeconds(2)));

        Assert.IsType<FormatException>(thrown.InnerException);
    }

    [Fact]
    public void RunFor_TimersBefore_FiresThemAndPassesInFull()
    {
        var world = new SimulatedWorld();
        var ticks = new List<TimeSpan>();
        using var timer = world.Clock.CreateTimer(_ => ticks.Add(world.Clock.Elapsed), null, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));

        world.RunFor(TimeSpan.FromSeconds(10));

        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(7)], ticks);
        Assert.Equal(TimeSpan.FromSeconds(10), world.Clock.Elapsed);
    }

    [Fact]
    public void RunUntil_ConditionHolds_StopsAtOnce()
    {
        var world = new SimulatedWorld();
        var ticks = 0;
        using var timer = world.Clock.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        world.RunUntil(() => ticks == 5);

        Assert.Equal(TimeSpan.FromSeconds(5), world.Clock.Elapsed);
    }

    private static List<string> TraceOf(int seed, SimulatedWorldOptions options)
    {
        var world = new SimulatedWorld(seed, options);
        var host = world.AddHost();
        var office = new BusyOffice(host.Runtime);
        world.Run(() => host.Start(() => office.RunAsync(6)));
        return office.Trace;
    }

    private sealed class PostingContext : SynchronizationContext;
}
