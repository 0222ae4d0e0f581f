namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Stretches of time, which may overlap.</summary>
internal sealed class Spans
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _spans = [];

    public void Add(DateTimeOffset from, DateTimeOffset to) => _spans.Add((from, to));

    public bool ReachInto(DateTimeOffset time) => _spans.Exists(s => s.To > time);

    /// <summary>The longest stretch between two times that none covers; a span of no length divides a stretch too.</summary>
    public TimeSpan LongestGap(DateTimeOffset from, DateTimeOffset to)
    {
        var (longest, at) = (TimeSpan.Zero, from);
        foreach (var (begin, end) in _spans.Where(s => s.To >= from && s.From < to).OrderBy(s => s.From))
        {
            longest = begin - at > longest ? begin - at : longest;
            at = end > at ? end : at;
        }

        return to - at > longest ? to - at : longest;
    }
}
