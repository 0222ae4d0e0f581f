using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Every event a provider yields, and waits for some of them.</summary>
internal sealed class EventLog(TimeProvider clock, TimeSpan deadline)
{
    private readonly Lock _gate = new();
    private readonly List<TelephonyEvent> _events = [];
    private readonly List<TaskCompletionSource> _waiting = [];
    private Exception? _end;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _events.Count;
            }
        }
    }

    public bool BeganWithSnapshot
    {
        get
        {
            lock (_gate)
            {
                return _events is [PbxConnected, ..];
            }
        }
    }

    /// <summary>Reads until cancelled; whatever else ends the stream is told to those who wait.</summary>
    public async Task ReadAsync(ITelephonyProvider provider, CancellationToken cancellationToken)
    {
        Exception end = new ConformanceException("ConnectAsync ended although it was not cancelled.");
        try
        {
            await foreach (var telephonyEvent in provider.ConnectAsync(cancellationToken))
            {
                Add(telephonyEvent);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            end = e;
        }

        Wake(() => _end = end);
    }

    public bool Has<T>(Func<T, bool> match)
        where T : TelephonyEvent
    {
        lock (_gate)
        {
            return _events.OfType<T>().Any(match);
        }
    }

    public T First<T>()
        where T : TelephonyEvent
    {
        lock (_gate)
        {
            return _events.OfType<T>().First();
        }
    }

    public async Task<T> WaitAsync<T>(Func<T, bool> match, string what, int after, CancellationToken cancellationToken)
        where T : TelephonyEvent
    {
        using var timeout = new CancellationTokenSource(deadline, clock);
        while (true)
        {
            TaskCompletionSource more;
            lock (_gate)
            {
                if (_events.Skip(after).OfType<T>().FirstOrDefault(match) is { } found)
                {
                    return found;
                }

                if (_end is { } end)
                {
                    throw new ConformanceException($"Expected {what}; the stream of events ended: {end.Message}", end);
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (timeout.IsCancellationRequested)
                {
                    throw new ConformanceException($"Expected {what}; it did not come within {deadline}. Since then came: {string.Join("; ", _events.Skip(after))}.");
                }

                more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add(more);
            }

            using (timeout.Token.Register(() => more.TrySetResult()))
            using (cancellationToken.Register(() => more.TrySetResult()))
            {
                await more.Task;
            }
        }
    }

    private void Add(TelephonyEvent telephonyEvent) => Wake(() => _events.Add(telephonyEvent));

    private void Wake(Action change)
    {
        List<TaskCompletionSource> waiting;
        lock (_gate)
        {
            change();
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        waiting.ForEach(waiter => waiter.TrySetResult());
    }
}
