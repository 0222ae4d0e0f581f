namespace VirtualOffice.Sdk.Tests.Dispatching;

/// <summary>A scheduler that keeps what it is given until it is told to run it.</summary>
internal sealed class QueuedScheduler : TaskScheduler
{
    private readonly Queue<Task> _tasks = [];

    public int Count => _tasks.Count;

    public void RunNext() => TryExecuteTask(_tasks.Dequeue());

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

    protected override void QueueTask(Task task) => _tasks.Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
