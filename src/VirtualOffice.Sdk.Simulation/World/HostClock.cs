namespace VirtualOffice.Sdk.Simulation;

/// <summary>A host's view of the world's clock: the same time, with timers that are gone when the host is.</summary>
internal sealed class HostClock(VirtualClock world, HostScheduler scheduler) : TimeProvider
{
    public override long TimestampFrequency => world.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => world.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);

        var timer = new VirtualTimer(world, scheduler, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
