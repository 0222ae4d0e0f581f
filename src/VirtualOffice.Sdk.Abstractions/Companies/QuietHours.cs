namespace VirtualOffice.Sdk.Companies;

/// <summary>Hours of every day, in local time, in which nobody is disturbed for what can wait; they may go over midnight.</summary>
/// <param name="From">Their beginning, which belongs to them.</param>
/// <param name="To">Their end, which does not.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>The instant itself, or the end of the quiet hours it lies in.</summary>
    public DateTimeOffset AfterThem(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (!time.IsBetween(From, To))
        {
            return instant;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        var end = (time < To ? day : day.AddDays(1)).ToDateTime(To);

        // A time that the clocks pass over in spring begins an hour later; of one that comes twice in autumn the later is meant.
        if (zone.IsInvalidTime(end))
        {
            end = end.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(end) ? zone.GetAmbiguousTimeOffsets(end).Min() : zone.GetUtcOffset(end);
        return new DateTimeOffset(end, offset).ToUniversalTime();
    }
}
