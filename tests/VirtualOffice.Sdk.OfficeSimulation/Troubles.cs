using System.Globalization;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What went wrong in a run and when: how often each kind, and the times for which promises are suspended.</summary>
internal sealed class Troubles(SimulatedOffice office, Timeline? timeline)
{
    private readonly Spans _outages = new();
    private readonly Spans _recoveries = new();
    private DateTimeOffset? _hostDownSince;

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Something goes wrong that no caller waits for.</summary>
    public void Count(string kind) => Counts[kind] = Counts.GetValueOrDefault(kind) + 1;

    /// <summary>Something goes wrong now.</summary>
    /// <param name="kind">What.</param>
    /// <param name="outage">For how long it lasts; a waiting caller may be in silence so long, and a little longer.</param>
    /// <param name="recovery">How long it takes until the office can have mended everything that came of it.</param>
    public void Note(string kind, TimeSpan outage, TimeSpan recovery)
    {
        Count(kind);
        timeline?.Write("fault", kind);
        _outages.Add(office.Now, office.Now + outage);
        _recoveries.Add(office.Now, office.Now + recovery);
    }

    /// <summary>Whatever still is wrong ends now.</summary>
    public void Mend(TimeSpan recovery) => _recoveries.Add(office.Now, office.Now + recovery);

    public void HostGone() => _hostDownSince ??= office.Now;

    public void HostBack(TimeSpan recovery)
    {
        var from = _hostDownSince ?? office.Now;
        _outages.Add(from, office.Now);
        _recoveries.Add(from, office.Now + recovery);
        _hostDownSince = null;
    }

    /// <summary>Whether nothing was wrong for so long.</summary>
    public bool IsCalmFor(TimeSpan time) => _hostDownSince is null && !_recoveries.ReachInto(office.Now - time);

    /// <summary>The longest stretch of a time in which nothing was wrong and everything mended.</summary>
    public TimeSpan LongestCalm(DateTimeOffset from, DateTimeOffset to) => _recoveries.LongestGap(from, Until(to));

    /// <summary>The longest stretch of a time in which nothing was wrong.</summary>
    public TimeSpan LongestWithoutFault(DateTimeOffset from, DateTimeOffset to) => _outages.LongestGap(from, Until(to));

    public override string ToString() => string.Join(", ", Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));

    private DateTimeOffset Until(DateTimeOffset to) => _hostDownSince is { } down && down < to ? down : to;
}
