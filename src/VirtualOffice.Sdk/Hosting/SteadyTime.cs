namespace VirtualOffice.Sdk;

/// <summary>UTC as it was when this was made, counted on by the monotonic clock: it never jumps when somebody sets the wall clock, so no wait ends early or late.</summary>
internal sealed class SteadyTime(TimeProvider clock)
{
    private readonly long _startedAt = clock.GetUtcNow().UtcTicks;
    private readonly long _started = clock.GetTimestamp();
    private readonly double _ticksOfCount = (double)TimeSpan.TicksPerSecond / clock.TimestampFrequency;

    public DateTimeOffset UtcNow => new(UtcTicks, TimeSpan.Zero);

    /// <summary>The same in ticks, for who asks often.</summary>
    public long UtcTicks => _startedAt + (long)((clock.GetTimestamp() - _started) * _ticksOfCount);
}
