using System.Globalization;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>What went wrong in a run and when: how often each kind, and the times for which no promise about waiting callers is made.</summary>
internal sealed class Troubles(SimulatedWorld world)
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _times = [];

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    /// <summary>Something goes wrong now, and it takes so long until the office can have mended what came of it.</summary>
    public void Note(string kind, TimeSpan time)
    {
        Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
        Extend(Now, time);
    }

    /// <summary>Trouble that began earlier ends after this time.</summary>
    public void Extend(DateTimeOffset from, TimeSpan time) => _times.Add((from, Now + time));

    /// <summary>Whether nothing was wrong for so long.</summary>
    public bool IsCalmFor(TimeSpan time) => !_times.Exists(t => t.To > Now - time);

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

    public string Times => string.Join(", ", _times.Select(t => $"{t.From:HH:mm:ss.fff}-{t.To:HH:mm:ss.fff}"));

    public override string ToString() => string.Join(", ", Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
