using System.Runtime.ExceptionServices;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>
/// One thread, a virtual clock and a seed: everything that happens in a world happens in the same order in every run with the same seed, in another process too.
/// </summary>
/// <remarks>
/// While tasks are ready they run; when none is, time passes to the next timer. A world has a <see cref="Runtime"/> for what outlives every host, such as a simulated PBX and stores, and
/// any number of hosts that can be killed. Not safe for concurrent use.
/// </remarks>
public sealed class SimulatedWorld
{
    private readonly SimulatedWorldOptions _options;
    private readonly int _seed;
    private int _hosts;

    /// <summary>Creates a world.</summary>
    /// <param name="seed">Where all chance comes from.</param>
    /// <param name="options">How it is made; null for the defaults.</param>
    public SimulatedWorld(int seed = 1, SimulatedWorldOptions? options = null)
    {
        _seed = seed;
        _options = options ?? new SimulatedWorldOptions();
        Scheduler = new DeterministicScheduler(_options.Order == TaskOrder.Seeded ? new Random(Seeds.Derive(seed, 0)) : null);
        Clock = new VirtualClock(Scheduler, _options.StartAt);
        Runtime = new OfficeRuntime
        {
            Clock = Clock,
            Scheduler = Scheduler,
            Ids = new SeededIdSource(Clock, Seeds.Derive(seed, 1)),
            Random = new Random(Seeds.Derive(seed, 2)),
        };
    }

    /// <summary>The world's time.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Where everything runs.</summary>
    public DeterministicScheduler Scheduler { get; }

    /// <summary>What the parts of the world run on that no kill ends.</summary>
    public OfficeRuntime Runtime { get; }

    /// <summary>Makes a host.</summary>
    public SimulatedHost AddHost(string? name = null)
    {
        var number = ++_hosts;
        return new SimulatedHost(this, name ?? $"host{number}", Seeds.Derive(_seed, 2 + number));
    }

    /// <summary>Runs work to its end, and lets time pass as it needs.</summary>
    /// <param name="work">The work; it runs on the world's own scheduler.</param>
    /// <param name="within">How much virtual time it may take; null for the world's limit.</param>
    /// <exception cref="SimulationException">It did not end: nothing is left to happen, or it took too many steps or too much time.</exception>
    public void Run(Func<Task> work, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        Run(
            async () =>
            {
                await work();
                return true;
            },
            within);
    }

    /// <summary>Runs work to its end, lets time pass as it needs, and returns its result.</summary>
    /// <param name="work">The work; it runs on the world's own scheduler.</param>
    /// <param name="within">How much virtual time it may take; null for the world's limit.</param>
    /// <exception cref="SimulationException">It did not end: nothing is left to happen, or it took too many steps or too much time.</exception>
    public T Run<T>(Func<Task<T>> work, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var result = WorldTask.Start(Scheduler, work);
        Loop(() => result.IsCompleted, within ?? _options.TimeLimit, "the work to end");
        if (result.Exception is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }

        return result.GetAwaiter().GetResult();
    }

    /// <summary>Runs until a condition holds; it is looked at before every step.</summary>
    /// <param name="condition">The condition; it must change nothing.</param>
    /// <param name="within">How much virtual time it may take; null for the world's limit.</param>
    /// <exception cref="SimulationException">It never held: nothing is left to happen, or it took too many steps or too much time.</exception>
    public void RunUntil(Func<bool> condition, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Loop(condition, within ?? _options.TimeLimit, "a condition");
    }

    /// <summary>Runs everything that happens within a time, which passes in full.</summary>
    /// <exception cref="SimulationException">It took too many steps.</exception>
    public void RunFor(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Loop(null, time, "time to pass");
    }

    /// <summary>Runs what can happen without time passing.</summary>
    /// <exception cref="SimulationException">It took too many steps.</exception>
    public void RunUntilIdle() => Loop(() => Scheduler.ReadyCount == 0, TimeSpan.Zero, "the ready tasks to end");

    private void Loop(Func<bool>? condition, TimeSpan within, string awaited) => Scheduler.Run(() =>
    {
        var end = Clock.Elapsed + within;
        var (first, atInstant) = (Scheduler.Steps, Scheduler.Steps);
        while (condition is null || !condition())
        {
            if (Scheduler.RunNext())
            {
                CheckSteps(first, atInstant, awaited);
            }
            else if (Clock.NextTimer is { } next && next <= end)
            {
                if (next > Clock.Elapsed)
                {
                    atInstant = Scheduler.Steps;
                }

                Clock.AdvanceToNextTimer();
            }
            else if (condition is null)
            {
                Clock.Advance(end - Clock.Elapsed);
                return;
            }
            else if (!Scheduler.WaitForEscaped())
            {
                throw new SimulationException(Clock.NextTimer is null
                    ? $"Nothing is left to happen at {Clock.Elapsed}, and the simulation still waits for {awaited}."
                    : $"The simulation waited {within} for {awaited}; it is {Clock.Elapsed} since its start, and the next timer is due at {Clock.NextTimer}.");
            }
        }
    });

    private void CheckSteps(long first, long atInstant, string awaited)
    {
        if (Scheduler.Steps - atInstant > _options.MaxStepsAtOneInstant)
        {
            throw new SimulationException(
                $"Livelock: {_options.MaxStepsAtOneInstant} tasks ran at {Clock.Elapsed} without time passing, while the simulation waited for {awaited}; {Scheduler.ReadyCount} more are ready.");
        }

        if (Scheduler.Steps - first > _options.MaxSteps)
        {
            throw new SimulationException($"{_options.MaxSteps} tasks ran until {Clock.Elapsed}, and the simulation still waits for {awaited}.");
        }
    }
}
