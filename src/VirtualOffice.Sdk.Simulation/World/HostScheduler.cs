namespace VirtualOffice.Sdk.Simulation;

/// <summary>The scheduler of one host: its tasks run on the world's scheduler until the host is killed, and never after.</summary>
internal sealed class HostScheduler(DeterministicScheduler world) : TaskScheduler, ISimulatedScheduler
{
    private readonly List<Action> _killed = [];

    public override int MaximumConcurrencyLevel => 1;

    public bool IsKilled { get; private set; }

    public void Kill()
    {
        if (!IsKilled)
        {
            IsKilled = true;
            world.Drop(this);
            _killed.ForEach(killed => killed());
            _killed.Clear();
        }
    }

    /// <summary>Tells a part of the world that goes on when the host is killed.</summary>
    public void OnKill(Action killed) => _killed.Add(killed);

    void ISimulatedScheduler.Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task)
    {
        // A dropped task never completes, like the work of a process that is gone.
        if (!IsKilled)
        {
            world.Enqueue(this, task);
        }
    }

    // Not refused after a kill either: only the stack in which the kill happened still gets here, and a scheduler pair in it would wait for ever.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && world.IsRunningHere && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
