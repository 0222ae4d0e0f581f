namespace VirtualOffice.Sdk.Simulation;

/// <summary>The people's source of chance, for use by several of them at once.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();

    public bool Happens(double share)
    {
        lock (_gate)
        {
            return _random.NextDouble() < share;
        }
    }

    public int Next(int below)
    {
        lock (_gate)
        {
            return _random.Next(below);
        }
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public TimeSpan Draw(TimeRange range)
    {
        lock (_gate)
        {
            return range.Draw(_random);
        }
    }

    /// <summary>The time until something happens that happens at random, so often on average.</summary>
    public TimeSpan Until(TimeSpan mean)
    {
        lock (_gate)
        {
            return mean * -Math.Log(1 - _random.NextDouble());
        }
    }

    public void Shuffle<T>(Span<T> items)
    {
        lock (_gate)
        {
            _random.Shuffle(items);
        }
    }
}
