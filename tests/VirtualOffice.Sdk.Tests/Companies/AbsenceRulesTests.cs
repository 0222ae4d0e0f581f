using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class AbsenceRulesTests
{
    private static readonly EmployeeId Anna = EmployeeId.Parse("anna");
    private static readonly EmployeeId Boris = EmployeeId.Parse("boris");
    private static readonly EmployeeId Clara = EmployeeId.Parse("clara");

    private static readonly WeeklyHours Mondays = new() { Intervals = [new OpenInterval(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(11, 0))] };

    [Fact]
    public void Decide_NoAbsence_TakesCallsForEver()
    {
        var availability = Decide("2026-03-02T10:00");
        Assert.Equal((true, (DateTimeOffset?)null, "anna takes calls"), (availability.IsAvailable, availability.ChangesAt, availability.ToString()));
    }

    [Fact]
    public void Decide_Now_IsAwayUntilItsEndAndThenBack()
    {
        var ill = new Absence(Anna, AbsenceReason.Ill) { Until = Time("2026-03-04T00:00"), StandIn = Boris };

        var away = Decide("2026-03-02T10:00", ill);

        Assert.Equal((ill, Moscow("2026-03-04T00:00"), Boris), (away.Absence, away.ChangesAt, away.StandIn!.Id));
        Assert.Equal("anna is ill until 2026-03-04 00:00; boris (boris) stands in", away.ToString());
        Assert.True(Decide("2026-03-04T00:00", ill).IsAvailable);
    }

    [Fact]
    public void Decide_Upcoming_TakesCallsAndTellsWhenNoMore()
    {
        var holiday = new Absence(Anna, AbsenceReason.Holiday) { From = Time("2026-03-05T00:00"), Until = Time("2026-03-10T00:00") };
        var soon = Decide("2026-03-02T10:00", holiday);
        Assert.Equal((true, holiday, Moscow("2026-03-05T00:00")), (soon.IsAvailable, soon.Next, soon.ChangesAt));
    }

    [Theory]
    [InlineData("2026-03-02T09:59", true, "2026-03-02T10:00")]
    [InlineData("2026-03-02T10:00", false, "2026-03-02T11:00")]
    [InlineData("2026-03-02T11:00", true, "2026-03-09T10:00")]
    [InlineData("2026-03-16T10:30", false, "2026-03-16T10:45")]
    [InlineData("2026-03-16T10:45", true, null)]
    public void Decide_Recurring_IsAwayInItsHoursOnly(string at, bool isAvailable, string? changes)
    {
        var board = new Absence(Anna, AbsenceReason.Meeting) { Note = "Board", Weekly = Mondays, Until = Time("2026-03-16T10:45") };
        var availability = Decide(at, board);
        Assert.Equal((isAvailable, changes is null ? null : Moscow(changes)), (availability.IsAvailable, availability.ChangesAt));
    }

    [Fact]
    public void Decide_SeveralInARow_IsBackWhenNoneIsLeft()
    {
        var meeting = new Absence(Anna, AbsenceReason.Meeting) { Weekly = Mondays };
        var trip = new Absence(Anna, AbsenceReason.BusinessTrip) { From = Time("2026-03-02T10:30"), Until = Time("2026-03-03T00:00") };
        var holiday = new Absence(Anna, AbsenceReason.Holiday) { From = Time("2026-03-03T00:00"), Until = Time("2026-03-05T00:00") };

        Assert.Equal(Moscow("2026-03-05T00:00"), Decide("2026-03-02T10:00", meeting, trip, holiday).ChangesAt);
        Assert.Equal(trip, Decide("2026-03-02T10:45", meeting, trip, holiday).Absence);
    }

    [Fact]
    public void Decide_StandInIsAwayToo_WhoStandsInForThemDoes()
    {
        var away = Decide("2026-03-02T10:00", new Absence(Anna, AbsenceReason.Ill) { StandIn = Boris }, new Absence(Boris, AbsenceReason.Ill) { StandIn = Clara });
        Assert.Equal(Clara, away.StandIn!.Id);
    }

    [Fact]
    public void Decide_StandInsInACircle_NobodyDoes() => Assert.Null(
        Decide("2026-03-02T10:00", new Absence(Anna, AbsenceReason.Ill) { StandIn = Boris }, new Absence(Boris, AbsenceReason.Ill) { StandIn = Anna }).StandIn);

    private static EmployeeAvailability Decide(string at, params Absence[] absences)
    {
        var company = new CompanyDefinition
        {
            Id = CompanyId.Parse("fox"),
            Name = "Fox",
            Version = "1",
            Numbers = [],
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
            Employees = [.. new[] { Anna, Boris, Clara }.Select(id => new Employee(id, id.Value, null, []))],
        };
        return AbsenceRules.Decide(company, company.Employees[0], absences, Moscow(at));
    }

    private static DateTime Time(string time) => DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Moscow(string time) => DateTimeOffset.Parse(time + ":00+03:00", System.Globalization.CultureInfo.InvariantCulture);
}
