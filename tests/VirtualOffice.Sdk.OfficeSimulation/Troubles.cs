using System.Globalization;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What went wrong in a run and when: how often each kind, and the times for which no promise about waiting callers is made.</summary>
internal sealed class Troubles(SimulatedOffice office, Timeline? timeline)
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _times = [];

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Something goes wrong that no caller waits for.</summary>
    public void Count(string kind) => Counts[kind] = Counts.GetValueOrDefault(kind) + 1;

    /// <summary>Something goes wrong now, and it takes so long until the office can have mended what came of it.</summary>
    public void Note(string kind, TimeSpan time)
    {
        Count(kind);
        timeline?.Write("fault", kind);
        Extend(office.Now, time);
    }

    /// <summary>Trouble that began earlier ends after this time.</summary>
    public void Extend(DateTimeOffset from, TimeSpan time) => _times.Add((from, office.Now + time));

    /// <summary>Whether nothing was wrong for so long.</summary>
    public bool IsCalmFor(TimeSpan time) => !_times.Exists(t => t.To > office.Now - time);

    /// <summary>The longest stretch of a time in which nothing was wrong.</summary>
    public TimeSpan LongestCalm(DateTimeOffset from, DateTimeOffset to)
    {
        var (longest, at) = (TimeSpan.Zero, from);
        foreach (var (begin, end) in _times.Where(t => t.To > from && t.From < to).OrderBy(t => t.From))
        {
            longest = begin - at > longest ? begin - at : longest;
            at = end > at ? end : at;
        }

        return to - at > longest ? to - at : longest;
    }

    public override string ToString() => string.Join(", ", Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
