namespace VirtualOffice.Sdk.Simulation;

/// <summary>The scheduler of one host: its tasks run on the world's scheduler until the host is killed, and never after.</summary>
internal sealed class HostScheduler(DeterministicScheduler world) : TaskScheduler, ISimulatedScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    public bool IsKilled { get; private set; }

    public void Kill()
    {
        IsKilled = true;
        world.Drop(this);
    }

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
