using CsCheck;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Companies;

/// <summary>Every zone of this machine, against a walk through the local calendar minute by minute.</summary>
public sealed class OpeningHoursZonesTests
{
    private static readonly IReadOnlyList<TimeZoneInfo> Zones = [.. TimeZoneInfo.GetSystemTimeZones().OrderBy(z => z.Id, StringComparer.Ordinal)];

    private static readonly Gen<TimeOnly> Time = Gen.Int[0, 95].Select(quarter => new TimeOnly(quarter / 4, quarter % 4 * 15));

    [Fact]
    public void DecideAt_AnyZoneAndWeek_IsWhatTheWalkSays() => Gen.Select(Gen.Int[0, Zones.Count - 1].Select(i => Zones[i]), Gen.Int[0, 365 * 40], Gen.Select(Gen.Int[0, 6], Time, Time).Array[1, 4]).Sample(
        (zone, day, intervals) => Compare(zone, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day), intervals),
        iter: 200);

    [Fact]
    public void DecideAt_EveryZoneWhereItsClocksChange_IsWhatTheWalkSays()
    {
        foreach (var zone in Zones)
        {
            foreach (var change in ChangesOf(zone).Take(2))
            {
                Compare(zone, change.Date, [.. Enumerable.Range(0, 7).Select(day => (day, new TimeOnly(1, 30), new TimeOnly(2, 30))), .. Enumerable.Range(0, 7).Select(day => (day, new TimeOnly(22, 0), new TimeOnly(0, 30)))]);
            }
        }
    }

    private static void Compare(TimeZoneInfo zone, DateTime from, (int Day, TimeOnly From, TimeOnly To)[] intervals)
    {
        var company = new CompanyDefinition
        {
            Id = CompanyId.Parse("fox"),
            Name = "Fox",
            Version = "1",
            Numbers = [],
            TimeZone = zone,
            Hours = new WeeklyHours { Intervals = [.. intervals.Select(i => new OpenInterval((DayOfWeek)i.Day, i.From, i.To))] },
        };
        var walked = Walk(zone, from.AddDays(-2), days: 5, company.Hours!.Intervals);
        bool? before = null;
        DateTimeOffset? promised = null;
        for (var minute = 2 * 1440; minute < 3 * 1440; minute += 15)
        {
            var at = new DateTimeOffset(from.AddDays(-2).AddMinutes(minute), TimeSpan.Zero);
            var decision = OpeningHours.DecideAt(company, at);
            if (decision.IsOpen != walked[minute])
            {
                Assert.Fail($"{zone.Id} at {at:O}, {TimeZoneInfo.ConvertTime(at, zone):O}: {decision} but {string.Join("; ", company.Hours!.Intervals)}");
            }

            if (before is { } was && !(was == decision.IsOpen ? promised is null || promised > at : promised <= at))
            {
                Assert.Fail($"{zone.Id} at {at:O}: the change was promised for {promised:O}");
            }

            (before, promised) = (decision.IsOpen, decision.ChangesAt);
        }
    }

    /// <summary>Open or not, minute by minute: an interval begins when the clock first shows its beginning or a later time, and ends when it last shows an earlier one than its end.</summary>
    private static bool[] Walk(TimeZoneInfo zone, DateTime from, int days, IReadOnlyList<OpenInterval> intervals)
    {
        var local = Enumerable.Range(0, days * 1440).Select(m => TimeZoneInfo.ConvertTimeFromUtc(from.AddMinutes(m), zone)).ToArray();
        var open = new bool[local.Length];
        for (var date = local[0].Date.AddDays(-1); date <= local[^1].Date; date = date.AddDays(1))
        {
            foreach (var interval in intervals.Where(i => i.Day == date.DayOfWeek))
            {
                var (begin, end) = (date + interval.From.ToTimeSpan(), (interval.To > interval.From ? date : date.AddDays(1)) + interval.To.ToTimeSpan());
                var first = Array.FindIndex(local, l => l >= begin);
                var last = Array.FindLastIndex(local, l => l < end);
                for (var minute = Math.Max(first, 0); first >= 0 && minute <= last; minute++)
                {
                    open[minute] = true;
                }
            }
        }

        return open;
    }

    private static IEnumerable<DateTime> ChangesOf(TimeZoneInfo zone)
    {
        for (var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc); day.Year < 2026; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
            {
                yield return day;
            }
        }
    }
}
