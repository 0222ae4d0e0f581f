namespace VirtualOffice.Sdk.Messages.Digests;

/// <summary>When daily summaries are due.</summary>
internal static class DigestTimes
{
    /// <summary>The last instant, not after another one, at which clocks in a zone showed a time. One that the clocks pass over in spring comes an hour later; of one that comes twice in autumn the first is meant.</summary>
    public static DateTimeOffset LastBefore(DateTimeOffset instant, TimeOnly time, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        var due = InstantOf(day, time, zone);
        return due <= instant ? due : InstantOf(day.AddDays(-1), time, zone);
    }

    private static DateTimeOffset InstantOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
