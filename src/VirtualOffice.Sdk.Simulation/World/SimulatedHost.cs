namespace VirtualOffice.Sdk.Simulation;

/// <summary>A process in a <see cref="SimulatedWorld"/>: it runs on a runtime of its own and can be killed.</summary>
/// <remarks>
/// A kill is like a power cut: every queued task and every timer of the host is gone for ever, and nothing of it runs <c>finally</c>. What the rest of the world keeps, such as a simulated PBX
/// or a store, goes on. Only the synchronous piece of work in which the kill happens, if it was called from inside the host, still runs to its next wait; a simulated PBX no longer obeys it,
/// and what else must not hear it asks <see cref="IsKilled"/>.
/// </remarks>
public sealed class SimulatedHost
{
    private readonly HostScheduler _scheduler;

    internal SimulatedHost(SimulatedWorld world, string name, int seed)
    {
        Name = name;
        _scheduler = new HostScheduler(world.Scheduler);
        var clock = new HostClock(world.Clock, _scheduler);
        Runtime = new OfficeRuntime
        {
            Clock = clock,
            Scheduler = _scheduler,
            Ids = new SeededIdSource(clock, Seeds.Derive(seed, 0)),
            Random = new Random(Seeds.Derive(seed, 1)),
        };
    }

    /// <summary>The host's name, for messages.</summary>
    public string Name { get; }

    /// <summary>What an office in this host is to run on. Ids and chance differ from those of every other host of the world.</summary>
    public OfficeRuntime Runtime { get; }

    /// <summary>Whether it was killed.</summary>
    public bool IsKilled => _scheduler.IsKilled;

    /// <summary>Whether a runtime belongs to a host that was killed.</summary>
    public static bool IsKilledRuntime(OfficeRuntime runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        return runtime.Scheduler is HostScheduler { IsKilled: true };
    }

    /// <summary>Kills the host. Killing it again changes nothing.</summary>
    public void Kill() => _scheduler.Kill();

    /// <summary>Starts work in the host. The task completes with the work, and never when the host is killed before.</summary>
    public Task Start(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return WorldTask.Start(_scheduler, async () =>
        {
            await work();
            return true;
        });
    }

    /// <summary>Starts work in the host. The task completes with the work's result, and never when the host is killed before.</summary>
    public Task<T> Start<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return WorldTask.Start(_scheduler, work);
    }
}
