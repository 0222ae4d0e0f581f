namespace VirtualOffice.Sdk;

/// <summary>UTC as it was when this was made, counted on by the monotonic clock: it never jumps when somebody sets the wall clock, so no wait ends early or late.</summary>
internal sealed class SteadyTime(TimeProvider clock)
{
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly long _started = clock.GetTimestamp();

    public DateTimeOffset UtcNow => _startedAt + clock.GetElapsedTime(_started);
}
