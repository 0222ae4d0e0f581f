namespace VirtualOffice.Sdk.Simulation;

/// <summary>What the PBX does later by itself, whether a host is there or not.</summary>
/// <param name="clock">The PBX's clock.</param>
/// <param name="run">Runs an action under the PBX's lock.</param>
internal sealed class PbxTimers(TimeProvider clock, Action<Action> run)
{
    private readonly long _startedAt = clock.GetTimestamp();
    private readonly DateTimeOffset _startedAtUtc = clock.GetUtcNow();

    // A timer of the system that nobody refers to would be collected, and never fire.
    private readonly HashSet<ITimer> _pending = [];

    /// <summary>The time, which a change of the wall clock does not move.</summary>
    public DateTimeOffset Now => _startedAtUtc + clock.GetElapsedTime(_startedAt);

    public ITimer After(TimeSpan delay, Action action)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ => run(() =>
            {
                if (_pending.Remove(timer!))
                {
                    timer!.Dispose();
                    action();
                }
            }),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _pending.Add(timer);
        timer.Change(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return timer;
    }

    public void Cancel(ITimer? timer)
    {
        if (timer is not null && _pending.Remove(timer))
        {
            timer.Dispose();
        }
    }
}
