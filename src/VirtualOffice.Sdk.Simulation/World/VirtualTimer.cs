namespace VirtualOffice.Sdk.Simulation;

/// <summary>A timer of a <see cref="VirtualClock"/>.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TaskScheduler scheduler, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;
    private int _setting;

    /// <summary>When it is due and its place among those due at the same time; null when it is not set.</summary>
    public (long Ticks, long Order)? Due { get; set; }

    /// <summary>True when its host is gone: it will never fire.</summary>
    public bool IsOrphaned => scheduler is HostScheduler { IsKilled: true };

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        if (_disposed)
        {
            return false;
        }

        _setting++;
        _period = period;
        Due = null;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Set(this, dueTime);
        }

        return true;
    }

    public void QueueCallback()
    {
        Due = null;
        if (_period > TimeSpan.Zero)
        {
            clock.Set(this, _period);
        }

        // A timer that is changed or disposed before its callback had its turn does not fire.
        var setting = _setting;
        new Task(() => Fire(setting)).Start(scheduler);
    }

    public void Dispose()
    {
        _disposed = true;
        _setting++;
        Due = null;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(int setting)
    {
        if (setting != _setting)
        {
            return;
        }

        try
        {
            if (_context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(_context, s => callback(s), state);
            }
        }
        catch (Exception e)
        {
            clock.Scheduler.Fail(e);
        }
    }
}
