namespace VirtualOffice.Sdk.Simulation;

/// <summary>When a party speaks.</summary>
internal sealed class Speech
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _intervals = [];

    /// <summary>When the party will have stopped speaking, or stopped last.</summary>
    public DateTimeOffset? LastEnd => _intervals is [.., var last] ? last.To : null;

    public void Add(DateTimeOffset from, TimeSpan duration)
    {
        var to = from + duration;
        if (_intervals is [.., var last] && last.To >= from)
        {
            _intervals[^1] = (last.From, to > last.To ? to : last.To);
        }
        else
        {
            _intervals.Add((from, to));
        }
    }

    /// <summary>The party stops speaking, also in the middle of what it meant to say.</summary>
    public void Stop(DateTimeOffset at)
    {
        if (_intervals is [.., var last] && last.To > at)
        {
            _intervals[^1] = (last.From, at > last.From ? at : last.From);
        }
    }

    /// <summary>The parts of an interval in which the party spoke, as offsets from its beginning.</summary>
    public IEnumerable<(TimeSpan From, TimeSpan To)> Within(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (start, end) in _intervals)
        {
            var (first, last) = (start > from ? start : from, end < to ? end : to);
            if (last > first)
            {
                yield return (first - from, last - from);
            }
        }
    }
}
