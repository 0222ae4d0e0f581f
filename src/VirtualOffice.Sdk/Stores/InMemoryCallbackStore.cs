using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Call-back tasks in memory, written by the journal that shares the lock.</summary>
internal sealed class InMemoryCallbackStore(Lock gate) : ICallbackStore
{
    private readonly SortedDictionary<CallId, CallbackTask> _tasks = [];
    private readonly SortedSet<CallId> _open = [];
    private readonly Dictionary<(CompanyId Company, PhoneNumber Number), Caller> _callers = [];

    /// <summary>A call has ended; called under the lock.</summary>
    internal void Follow(CallRecord call)
    {
        if (CallbackTask.Of(call) is { } task)
        {
            var served = CallerOf(task.Company, task.Number).Served.Where(s => s.ReceivedAt > task.CalledAt).OrderBy(s => s.ReceivedAt).Select(s => s.End).FirstOrDefault();
            _tasks.Add(call.Id, task);
            Change(task with { End = served });
        }
        else if (CallbackTask.IsAttempt(call))
        {
            if (_tasks.TryGetValue(call.CallsBack!.Value, out var tried))
            {
                Change(tried with { Attempts = tried.Attempts + 1, LastAttemptAt = call.EndedAt });
            }
        }
        else if (CallbackTask.IsServed(call) && call is { Company: { } company, Caller.Number: { } number })
        {
            var (caller, end) = (CallerOf(company, number), new CallbackEnd(call.EndedAt!.Value, null, null, call.Id));
            caller.Served.Add((call.ReceivedAt, end));
            foreach (var open in caller.Open.Select(id => _tasks[id]).Where(t => call.ReceivedAt > t.CalledAt).ToList())
            {
                Change(open with { End = end });
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
                .. (filter.WithEnded ? _tasks.Values : _open.Select(id => _tasks[id]))
                    .Where(t => filter.Scope.Company is not { } company || t.Company == company)
                    .Where(t => filter.After is not { } after || t.Call > after)
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

            Change(task with { End = end });
            return Task.FromResult(true);
        }
    }

    public Task<long> CountOpenAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult((long)_open.Count);
        }
    }

    private void Change(CallbackTask task)
    {
        _tasks[task.Call] = task;
        var open = CallerOf(task.Company, task.Number).Open;
        if (task.End is null)
        {
            _open.Add(task.Call);
            open.Add(task.Call);
        }
        else
        {
            _open.Remove(task.Call);
            open.Remove(task.Call);
        }
    }

    private Caller CallerOf(CompanyId company, PhoneNumber number) =>
        _callers.TryGetValue((company, number), out var caller) ? caller : _callers[(company, number)] = new Caller();

    /// <summary>A company's caller: the calls in which they were served, and the tasks to call them back.</summary>
    private sealed class Caller
    {
        public List<(DateTimeOffset ReceivedAt, CallbackEnd End)> Served { get; } = [];

        public HashSet<CallId> Open { get; } = [];
    }
}
