namespace VirtualOffice.Sdk.Simulation;

/// <summary>
/// Time that passes only when it is told to. Timers run their callbacks as tasks of the scheduler, ordered by when they are due and then by when they were set.
/// </summary>
/// <remarks>It has no thread of its own, and its local time zone is UTC. Not safe for concurrent use: everything in a simulation happens in one thread.</remarks>
public sealed class VirtualClock : TimeProvider
{
    private readonly DeterministicScheduler _scheduler;
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _timers = new();
    private DateTimeOffset _startedAt;
    private long _ticks;
    private long _order;

    /// <summary>Creates a clock.</summary>
    /// <param name="scheduler">Where timers run their callbacks.</param>
    /// <param name="startAt">The first instant.</param>
    public VirtualClock(DeterministicScheduler scheduler, DateTimeOffset startAt)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        _scheduler = scheduler;
        _startedAt = startAt.ToUniversalTime();
    }

    /// <summary>How much time has passed since the clock was made.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_ticks);

    /// <summary>When the next timer is due, as <see cref="Elapsed"/> will be then; null when no timer is set.</summary>
    public TimeSpan? NextTimer
    {
        get
        {
            DropStale();
            return _timers.TryPeek(out _, out var next) ? TimeSpan.FromTicks(next.Due) : null;
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    internal DeterministicScheduler Scheduler => _scheduler;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _startedAt.AddTicks(_ticks);

    /// <inheritdoc/>
    public override long GetTimestamp() => _ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, _scheduler, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass until the next timer is due, and queues the callbacks of all that are due then. They run when the scheduler does.</summary>
    /// <returns>False when no timer is set.</returns>
    public bool AdvanceToNextTimer()
    {
        if (NextTimer is not { } next)
        {
            return false;
        }

        _ticks = Math.Max(_ticks, next.Ticks);
        QueueDue();
        return true;
    }

    /// <summary>Lets time pass at once, and queues the callbacks of all timers that are due by then.</summary>
    /// <param name="time">How much; not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        _ticks += time.Ticks;
        QueueDue();
    }

    /// <summary>Sets the wall clock forward or back, as an administrator or a time service does. Monotonic time and timers do not notice.</summary>
    public void ShiftUtc(TimeSpan by) => _startedAt += by;

    internal void Set(VirtualTimer timer, TimeSpan dueTime)
    {
        timer.Due = (_ticks + dueTime.Ticks, _order++);
        _timers.Enqueue(timer, timer.Due.Value);
    }

    private void QueueDue()
    {
        DropStale();
        while (_timers.TryPeek(out var timer, out var due) && due.Due <= _ticks)
        {
            _timers.Dequeue();
            timer.QueueCallback();
            DropStale();
        }
    }

    // Entries of timers that were changed or disposed, or whose host is gone, stay in the queue until they come to its front.
    private void DropStale()
    {
        while (_timers.TryPeek(out var timer, out var due) && (timer.Due != due || timer.IsOrphaned))
        {
            _timers.Dequeue();
        }
    }
}
