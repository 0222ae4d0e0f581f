using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Call-back tasks in memory, written by the journal that shares the lock.</summary>
internal sealed class InMemoryCallbackStore(Lock gate) : ICallbackStore
{
    private readonly SortedDictionary<CallId, CallbackTask> _tasks = [];
    private readonly List<CallRecord> _served = [];

    /// <summary>A call has ended; called under the lock.</summary>
    internal void Follow(CallRecord call)
    {
        if (CallbackTask.Of(call) is { } task)
        {
            var served = _served.Where(s => IsLater(s, task)).MinBy(s => s.ReceivedAt);
            _tasks.Add(call.Id, served is null ? task : task with { End = CalledAgain(served) });
        }
        else if (CallbackTask.IsAttempt(call))
        {
            if (_tasks.TryGetValue(call.CallsBack!.Value, out var tried))
            {
                _tasks[tried.Call] = tried with { Attempts = tried.Attempts + 1, LastAttemptAt = call.EndedAt };
            }
        }
        else if (CallbackTask.IsServed(call))
        {
            _served.Add(call);
            foreach (var open in _tasks.Values.Where(t => t.End is null && IsLater(call, t)).ToList())
            {
                _tasks[open.Call] = open with { End = CalledAgain(call) };
            }
        }
    }

    public Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<CallbackTask>>(
            [
                .. _tasks.Values
                    .Where(t => filter.Scope.Company is not { } company || t.Company == company)
                    .Where(t => filter.After is not { } after || t.Call > after)
                    .Where(t => filter.WithEnded || t.End is null)
                    .Take(filter.Limit),
            ]);
        }
    }

    public Task<CallbackTask?> FindAsync(CallId call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(_tasks.GetValueOrDefault(call));
        }
    }

    public Task<bool> EndAsync(CallId call, CallbackEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        lock (gate)
        {
            if (!_tasks.TryGetValue(call, out var task) || task.End is not null)
            {
                return Task.FromResult(false);
            }

            _tasks[call] = task with { End = end };
            return Task.FromResult(true);
        }
    }

    public Task<long> CountOpenAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(_tasks.Values.LongCount(t => t.End is null));
        }
    }

    private static bool IsLater(CallRecord served, CallbackTask task) =>
        served.Company == task.Company && served.Caller.Number == task.Number && served.ReceivedAt > task.CalledAt;

    private static CallbackEnd CalledAgain(CallRecord served) => new(served.EndedAt!.Value, null, null, served.Id);
}
