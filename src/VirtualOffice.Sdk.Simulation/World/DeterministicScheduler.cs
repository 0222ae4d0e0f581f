using System.Diagnostics;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>
/// Runs every task in one thread, one after the other, in an order that depends on nothing but the tasks and the seed.
/// </summary>
/// <remarks>
/// Tasks may be queued from any thread while nothing runs; a task queued by another thread during a run is an error, because it shows that something left the simulation:
/// <c>ConfigureAwait(false)</c> (which <c>ChannelReader.ReadAllAsync</c> uses inside), <c>Task.Run</c>, <c>SemaphoreSlim.WaitAsync</c>, <c>Task.WhenAll</c>, <c>WhenAny</c> or <c>WaitAsync</c> right over
/// a completion source that runs continuations asynchronously, real input or output. The run then ends with a <see cref="SimulationException"/> that has the stack.
/// </remarks>
public sealed class DeterministicScheduler : TaskScheduler, ISimulatedScheduler
{
    private readonly Lock _gate = new();
    private readonly ReadyTasks _ready;
    private Thread? _thread;
    private Exception? _failure;

    /// <summary>Creates the scheduler.</summary>
    /// <param name="choice">Draws the task that runs next; null for the one that has been ready for longest.</param>
    public DeterministicScheduler(Random? choice = null) => _ready = new ReadyTasks(choice);

    /// <summary>How many tasks could run now.</summary>
    public int ReadyCount
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count;
            }
        }
    }

    /// <summary>How many tasks were run.</summary>
    public long Steps { get; private set; }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs ready tasks, and those they make ready, until none is left. Time does not pass.</summary>
    /// <returns>How many tasks were run.</returns>
    /// <exception cref="SimulationException">Something left the simulation's thread.</exception>
    /// <exception cref="InvalidOperationException">It is called by a task that runs.</exception>
    public long RunUntilIdle()
    {
        var before = Steps;
        Run(() =>
        {
            while (RunNext())
            {
            }
        });
        return Steps - before;
    }

    void ISimulatedScheduler.Execute(Task task) => TryExecuteTask(task);

    /// <summary>Runs <paramref name="loop"/>, which calls <see cref="RunNext"/>, on the simulation's thread.</summary>
    internal void Run(Action loop) => SimulationThread.Run(() =>
    {
        lock (_gate)
        {
            if (_thread is not null)
            {
                throw new InvalidOperationException("The simulation already runs; what runs in it awaits instead of running it again.");
            }

            _thread = Thread.CurrentThread;
        }

        try
        {
            loop();
        }
        finally
        {
            lock (_gate)
            {
                _thread = null;
            }
        }
    });

    /// <summary>Runs one ready task; false when there is none.</summary>
    internal bool RunNext()
    {
        ReadyTask next;
        lock (_gate)
        {
            ThrowFailure();
            if (_ready.Count == 0)
            {
                return false;
            }

            next = _ready.Take();
            Steps++;
        }

        next.Owner.Execute(next.Task);
        lock (_gate)
        {
            ThrowFailure();
        }

        return true;
    }

    /// <summary>Gives what left the simulation's thread a moment of real time to come back, so that a run which fails anyway says why. False when nothing came.</summary>
    internal bool WaitForEscaped() => SpinWait.SpinUntil(() => ReadyCount > 0, TimeSpan.FromSeconds(1));

    /// <summary>Ends the run with an error that no task can report.</summary>
    internal void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
        }
    }

    internal void Enqueue(ISimulatedScheduler owner, Task task)
    {
        lock (_gate)
        {
            if (_thread is not null && _thread != Thread.CurrentThread)
            {
                _failure ??= new SimulationException(
                    $"A task was queued from outside the simulation's thread, so the run cannot be repeated. Something used ConfigureAwait(false), Task.Run, the thread pool or real input and output:\n{new StackTrace()}");
            }

            _ready.Add(new ReadyTask(owner, task));
        }
    }

    internal void Drop(ISimulatedScheduler owner)
    {
        lock (_gate)
        {
            _ready.RemoveOf(owner);
        }
    }

    internal bool IsRunningHere => _thread == Thread.CurrentThread;

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => Enqueue(this, task);

    // A ConcurrentExclusiveSchedulerPair runs tasks synchronously on the scheduler below it and would wait for ever if it were refused.
    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && IsRunningHere && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
        {
            return [.. _ready.Tasks];
        }
    }

    private void ThrowFailure()
    {
        if (_failure is { } failure)
        {
            _failure = null;
            throw failure is SimulationException ? failure : new SimulationException("A timer's callback threw; in production this would end the process.", failure);
        }
    }
}
