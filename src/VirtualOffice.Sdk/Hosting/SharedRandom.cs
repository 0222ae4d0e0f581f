namespace VirtualOffice.Sdk;

/// <summary>A random source that is safe for concurrent use, seeded by the system.</summary>
internal sealed class SharedRandom : Random
{
    private readonly Lock _lock = new();

    public static SharedRandom Instance { get; } = new();

    public override int Next(int minValue, int maxValue)
    {
        lock (_lock)
        {
            return base.Next(minValue, maxValue);
        }
    }

    protected override double Sample()
    {
        lock (_lock)
        {
            return base.Sample();
        }
    }
}
