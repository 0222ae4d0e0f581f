using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class OpeningHoursTests
{
    private static readonly TimeInterval[] ShortDay = [new(new TimeOnly(9, 0), new TimeOnly(15, 0))];

    [Theory]
    [InlineData("2026-03-02T08:59:59", false, "2026-03-02T09:00")]
    [InlineData("2026-03-02T09:00:00", true, "2026-03-02T13:00")]
    [InlineData("2026-03-02T13:00:00", false, "2026-03-02T14:00")]
    [InlineData("2026-03-02T21:59:59", true, "2026-03-02T22:00")]
    [InlineData("2026-03-02T22:00:00", false, "2026-03-06T00:00")]
    [InlineData("2026-03-06T12:00:00", true, "2026-03-07T00:00")]
    [InlineData("2026-03-07T23:30:00", true, "2026-03-08T02:00")]
    [InlineData("2026-03-08T01:59:59", true, "2026-03-08T02:00")]
    [InlineData("2026-03-08T02:00:00", false, "2026-03-09T09:00")]
    public void WeeklyHours_WithLunchNightAndAWholeDay(string local, bool isOpen, string changes)
    {
        var decision = Decide(Company(), local);
        Assert.Equal((isOpen, Moscow(changes)), (decision.IsOpen, decision.ChangesAt));
    }

    [Fact]
    public void NoHours_IsRoundTheClock()
    {
        var decision = Decide(Company() with { Hours = null }, "2026-03-02T03:00");
        Assert.Equal((true, "round the clock", null), (decision.IsOpen, decision.Rule, decision.ChangesAt));
    }

    [Fact]
    public void NarrowestException_Wins()
    {
        var company = Company() with
        {
            HoursExceptions =
            [
                new HoursException("Repairs", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), []),
                new HoursException("First Monday", new DateOnly(2000, 3, 2), new DateOnly(2000, 3, 2), [new TimeInterval(new TimeOnly(10, 0), new TimeOnly(11, 0))]) { EveryYear = true },
                new HoursException("Short day", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2), ShortDay),
            ],
        };
        Assert.Equal("exception 'Short day', 2 March 2026: 09:00–15:00", Decide(company, "2026-03-02T14:30").Rule);
        Assert.True(Decide(company, "2026-03-02T14:30").IsOpen);
        Assert.Equal("exception 'Repairs', 3 March 2026: closed", Decide(company, "2026-03-03T10:00").Rule);
        Assert.Equal("exception 'First Monday', 2 March 2027: 10:00–11:00", Decide(company, "2027-03-02T10:30").Rule);
    }

    [Theory]
    [InlineData("2026-12-30T12:00", true)]
    [InlineData("2026-12-31T12:00", false)]
    [InlineData("2027-01-08T12:00", false)]
    [InlineData("2027-01-09T12:00", true)]
    [InlineData("2028-02-29T12:00", true)]
    public void EveryYear_OverTheEndOfTheYear(string local, bool isOpen)
    {
        var company = Company() with { Hours = null, HoursExceptions = [new HoursException("New Year", new DateOnly(2000, 12, 31), new DateOnly(2000, 1, 8), []) { EveryYear = true }] };
        Assert.Equal(isOpen, Decide(company, local).IsOpen);
    }

    [Fact]
    public void NightBeforeAnException_BelongsToTheDayOnWhichItBegan()
    {
        var company = Company() with { HoursExceptions = [new HoursException("Holiday", new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 8), [])] };
        var decision = Decide(company, "2026-03-08T01:30");
        Assert.Equal((true, "Saturday: 22:00–02:00", Moscow("2026-03-08T02:00")), (decision.IsOpen, decision.Rule, decision.ChangesAt));
    }

    [Fact]
    public void Forced_UntilItsEnd_ThenTheHoursCount()
    {
        var company = Company() with { HoursOverride = new HoursOverride(IsOpen: false, new DateTime(2026, 3, 2, 18, 0, 0), "a party") };
        var decision = Decide(company, "2026-03-02T16:00");
        Assert.Equal((false, "forced closed: a party", Moscow("2026-03-02T18:00")), (decision.IsOpen, decision.Rule, decision.ChangesAt));
        Assert.True(Decide(company, "2026-03-02T18:00").IsOpen);
    }

    [Fact]
    public void Forced_WithoutEnd_NeverChanges()
    {
        var decision = Decide(Company() with { HoursOverride = new HoursOverride(IsOpen: true, null, null) }, "2026-03-02T03:00");
        Assert.Equal((true, "forced open", null), (decision.IsOpen, decision.Rule, decision.ChangesAt));
    }

    [Fact]
    public void ClosedForEver_NeverChanges() =>
        Assert.Equal(new OpeningDecision(IsOpen: false, "Monday: closed", null), Decide(Company() with { Hours = new WeeklyHours { Intervals = [] } }, "2026-03-02T12:00"));

    [Theory]
    [InlineData("2026-03-29T00:30Z", false)]
    [InlineData("2026-03-29T01:00Z", true)]
    public void ClocksGoForward_HoursInTheGapBeginAtTheJump(string instant, bool isOpen) =>
        Assert.Equal(isOpen, OpeningHours.DecideAt(Berlin(new TimeOnly(2, 30), new TimeOnly(6, 0)), Utc(instant)).IsOpen);

    [Theory]
    [InlineData("2026-10-25T00:29Z", false)]
    [InlineData("2026-10-25T00:30Z", true)]
    [InlineData("2026-10-25T01:10Z", true)]
    public void ClocksGoBack_HoursBeginTheFirstTime(string instant, bool isOpen) =>
        Assert.Equal(isOpen, OpeningHours.DecideAt(Berlin(new TimeOnly(2, 30), new TimeOnly(6, 0)), Utc(instant)).IsOpen);

    [Theory]
    [InlineData("2026-10-25T00:40Z", true)]
    [InlineData("2026-10-25T01:29Z", true)]
    [InlineData("2026-10-25T01:30Z", false)]
    public void ClocksGoBack_HoursEndTheLastTime(string instant, bool isOpen) =>
        Assert.Equal(isOpen, OpeningHours.DecideAt(Berlin(new TimeOnly(0, 0), new TimeOnly(2, 30)), Utc(instant)).IsOpen);

    private static CompanyDefinition Berlin(TimeOnly from, TimeOnly to) => Company() with
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Hours = new WeeklyHours { Intervals = [new OpenInterval(DayOfWeek.Sunday, from, to)] },
    };

    private static CompanyDefinition Company() => new()
    {
        Id = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "1",
        Numbers = [],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        Hours = new WeeklyHours
        {
            Intervals =
            [
                new OpenInterval(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(13, 0)),
                new OpenInterval(DayOfWeek.Monday, new TimeOnly(14, 0), new TimeOnly(22, 0)),
                new OpenInterval(DayOfWeek.Saturday, new TimeOnly(22, 0), new TimeOnly(2, 0)),
                new OpenInterval(DayOfWeek.Friday, new TimeOnly(0, 0), new TimeOnly(0, 0)),
            ],
        },
    };

    private static OpeningDecision Decide(CompanyDefinition company, string local) => OpeningHours.DecideAt(company, Moscow(local));

    private static DateTimeOffset Moscow(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
