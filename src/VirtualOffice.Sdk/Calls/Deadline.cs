namespace VirtualOffice.Sdk.Calls;

/// <summary>A moment on the monotonic clock by which something must have happened.</summary>
/// <param name="Timestamp">The clock's timestamp; <see cref="long.MaxValue"/> for never.</param>
internal readonly record struct Deadline(long Timestamp)
{
    public static Deadline Never { get; } = new(long.MaxValue);

    public static Deadline After(TimeSpan wait, TimeProvider clock) => After(clock.GetTimestamp(), wait, clock);

    public static Deadline After(long timestamp, TimeSpan wait, TimeProvider clock) =>
        new(timestamp + (long)(Math.Max(0, wait.TotalSeconds) * clock.TimestampFrequency));

    public static Deadline Earliest(Deadline a, Deadline b) => a.Timestamp <= b.Timestamp ? a : b;

    public bool IsDue(TimeProvider clock) => Timestamp != long.MaxValue && clock.GetTimestamp() >= Timestamp;

    /// <summary>How long until it is due; rounded up, so that a timer armed with it does not fire early.</summary>
    public TimeSpan Remaining(TimeProvider clock)
    {
        var left = Timestamp - clock.GetTimestamp();
        return left <= 0 ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Ceiling(left * (double)TimeSpan.TicksPerSecond / clock.TimestampFrequency));
    }
}
