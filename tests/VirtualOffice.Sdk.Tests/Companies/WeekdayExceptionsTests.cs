using CsCheck;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Companies;

/// <summary>Exceptions that fall on a weekday of the month.</summary>
public sealed class WeekdayExceptionsTests
{
    private static readonly WeekdayOfMonth LastFriday = WeekdayOfMonth.Parse("last fri");

    private static readonly Gen<WeekdayOfMonth> Weekday = Gen.Select(Gen.OneOf(1, 2, 3, 4, 5, WeekdayOfMonth.Last), Gen.Int[0, 6], Gen.Int[0, 12])
        .Select((nth, day, month) => new WeekdayOfMonth(nth, (DayOfWeek)day, month == 0 ? null : month));

    [Fact]
    public void DecideAt_AnyWeekdayAndDay_IsClosedOnExactlyThose() => Gen.Select(Weekday, Gen.Int[0, 365 * 60]).Sample(
        (weekday, offset) =>
        {
            var day = new DateOnly(2000, 1, 1).AddDays(offset);
            var company = Company(Every(weekday));
            var decision = OpeningHours.DecideAt(company, Noon(day));
            var nth = Enumerable.Range(1, day.Day).Count(d => new DateOnly(day.Year, day.Month, d).DayOfWeek == day.DayOfWeek);
            var isLast = day.AddDays(7).Month != day.Month;
            var isIt = day.DayOfWeek == weekday.Day && (weekday.Month ?? day.Month) == day.Month && (weekday.Nth == WeekdayOfMonth.Last ? isLast : nth == weekday.Nth);
            Assert.Equal(!isIt, decision.IsOpen);
            Assert.Equal(isIt, decision.Rule.StartsWith("exception 'Inventory'", StringComparison.Ordinal));
        },
        iter: 2000);

    [Fact]
    public void DecideAt_BeforeTheDay_PromisesTheChange()
    {
        // 27 November 2026 is the last Friday.
        var decision = OpeningHours.DecideAt(Company(Every(LastFriday)), Noon(new DateOnly(2026, 11, 26)));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero), decision.ChangesAt);
    }

    [Fact]
    public void DecideAt_OutsideItsDays_DoesNotCount()
    {
        var company = Company(Every(LastFriday) with { From = new DateOnly(2026, 11, 1), To = new DateOnly(2026, 11, 30) });
        Assert.True(OpeningHours.DecideAt(company, Noon(new DateOnly(2026, 10, 30))).IsOpen);
        Assert.False(OpeningHours.DecideAt(company, Noon(new DateOnly(2026, 11, 27))).IsOpen);
        Assert.True(OpeningHours.DecideAt(company, Noon(new DateOnly(2026, 12, 25))).IsOpen);
    }

    /// <summary>Of exceptions for one day, what comes back less often is the narrower; a whole week is wider than any of them.</summary>
    [Theory]
    [InlineData(0, "Week")]
    [InlineData(1, "Monthly")]
    [InlineData(2, "Of November")]
    [InlineData(3, "Of November")]
    [InlineData(4, "Once")]
    public void DecideAt_SeveralCoverADay_TheNarrowestCounts(int how, string expected)
    {
        var day = new DateOnly(2026, 11, 27);
        HoursException[] all =
        [
            new("Week", day.AddDays(-3), day.AddDays(3), []),
            Every(LastFriday) with { Name = "Monthly" },
            Every(new WeekdayOfMonth(WeekdayOfMonth.Last, DayOfWeek.Friday, 11)) with { Name = "Of November" },
            new("Yearly", day, day, []) { EveryYear = true },
            new("Once", day, day, []),
        ];
        Assert.Contains($"'{expected}'", OpeningHours.DecideAt(Company(all[..(how + 1)]), Noon(day)).Rule, StringComparison.Ordinal);
    }

    private static HoursException Every(WeekdayOfMonth weekday) => new("Inventory", DateOnly.MinValue, DateOnly.MaxValue, []) { Weekday = weekday };

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static CompanyDefinition Company(params HoursException[] exceptions) => new()
    {
        Id = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "1",
        Numbers = [],
        HoursExceptions = exceptions,
    };
}
