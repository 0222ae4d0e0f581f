namespace VirtualOffice.Sdk.Simulation;

/// <summary>The tasks that could run now, each with the scheduler it belongs to.</summary>
internal sealed class ReadyTasks(Random? choice)
{
    private readonly List<ReadyTask> _seeded = [];
    private readonly Queue<ReadyTask> _fifo = [];

    public int Count => choice is null ? _fifo.Count : _seeded.Count;

    public IEnumerable<Task> Tasks => (choice is null ? _fifo : (IEnumerable<ReadyTask>)_seeded).Select(ready => ready.Task);

    public void Add(ReadyTask task)
    {
        if (choice is null)
        {
            _fifo.Enqueue(task);
        }
        else
        {
            _seeded.Add(task);
        }
    }

    public ReadyTask Take()
    {
        if (choice is null)
        {
            return _fifo.Dequeue();
        }

        var index = choice.Next(_seeded.Count);
        var taken = _seeded[index];
        _seeded[index] = _seeded[^1];
        _seeded.RemoveAt(_seeded.Count - 1);
        return taken;
    }

    public void RemoveOf(ISimulatedScheduler owner)
    {
        _seeded.RemoveAll(ready => ready.Owner == owner);
        for (var left = _fifo.Count; left > 0; left--)
        {
            var ready = _fifo.Dequeue();
            if (ready.Owner != owner)
            {
                _fifo.Enqueue(ready);
            }
        }
    }
}
