namespace VirtualOffice.Sdk.Companies;

/// <summary>When something holds, in the company's time.</summary>
/// <param name="From">From when, included; null for always before <paramref name="Until"/>.</param>
/// <param name="Until">Until when, excluded: a document's last day ends at the midnight after it. Null for ever.</param>
/// <remarks>Where clocks go back, what begins at a time that comes twice begins the first time, and what ends then ends the second time. What begins or ends in the gap of spring is moved on by its length.</remarks>
public sealed record Validity(DateTime? From, DateTime? Until)
{
    /// <summary>For ever.</summary>
    public static Validity Always { get; } = new(null, null);

    /// <summary>Whether it is not for ever.</summary>
    public bool IsLimited => From is not null || Until is not null;

    /// <summary>Whether it holds at an instant.</summary>
    public bool Holds(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return (From is not { } from || instant >= ToInstant(from, zone, isFirst: true)) && (Until is not { } until || instant < ToInstant(until, zone, isFirst: false));
    }

    private static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone, bool isFirst)
    {
        // In a gap the offset from before it is given, which moves the time on by the gap's length.
        var offset = !zone.IsAmbiguousTime(local) ? zone.GetUtcOffset(local)
            : isFirst ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetAmbiguousTimeOffsets(local).Min();
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
    }
}
