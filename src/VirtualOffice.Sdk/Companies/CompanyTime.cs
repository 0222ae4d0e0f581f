using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.TimeZones;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// A company's local times as instants. Where clocks go forward, what begins or ends in the gap does so at the jump; where they go back, a beginning is the
/// first time the clock shows it, an end the last time.
/// </summary>
internal static class CompanyTime
{
    // A zone's rules are worked out once.
    private static readonly ConditionalWeakTable<TimeZoneInfo, BclDateTimeZone> Zones = [];

    private static readonly ZoneLocalMappingResolver Beginnings = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Ends = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public static DateTimeZone ZoneOf(CompanyDefinition company) => Zones.GetValue(company.TimeZone, BclDateTimeZone.FromTimeZoneInfo);

    public static Instant StartOf(LocalDateTime time, DateTimeZone zone) => Beginnings(zone.MapLocal(time)).ToInstant();

    public static Instant StartOf(DateTime time, DateTimeZone zone) => StartOf(LocalDateTime.FromDateTime(time), zone);

    public static Instant EndOf(LocalDateTime time, DateTimeZone zone) => Ends(zone.MapLocal(time)).ToInstant();

    public static Instant EndOf(DateTime time, DateTimeZone zone) => EndOf(LocalDateTime.FromDateTime(time), zone);

    public static DateTimeOffset Local(Instant instant, DateTimeZone zone) => instant.InZone(zone).ToDateTimeOffset();
}
