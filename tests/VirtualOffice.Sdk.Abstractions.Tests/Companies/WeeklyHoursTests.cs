using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Abstractions.Tests.Companies;

public sealed class WeeklyHoursTests
{
    private static readonly WeeklyHours Hours = new()
    {
        Intervals =
        [
            new OpenInterval(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(13, 0)),
            new OpenInterval(DayOfWeek.Monday, new TimeOnly(14, 0), new TimeOnly(22, 0)),
            new OpenInterval(DayOfWeek.Saturday, new TimeOnly(22, 0), new TimeOnly(2, 0)),
            new OpenInterval(DayOfWeek.Friday, new TimeOnly(0, 0), new TimeOnly(0, 0)),
        ],
    };

    [Theory]
    [InlineData("2026-03-02T08:59:59", false)]
    [InlineData("2026-03-02T09:00:00", true)]
    [InlineData("2026-03-02T12:59:59", true)]
    [InlineData("2026-03-02T13:00:00", false)]
    [InlineData("2026-03-02T21:59:59", true)]
    [InlineData("2026-03-02T22:00:00", false)]
    [InlineData("2026-03-07T23:30:00", true)]
    [InlineData("2026-03-08T01:59:59", true)]
    [InlineData("2026-03-08T02:00:00", false)]
    [InlineData("2026-03-06T00:00:00", true)]
    [InlineData("2026-03-06T23:59:59", true)]
    [InlineData("2026-03-07T00:00:00", false)]
    public void Contains_LocalTime_FollowsTheIntervals(string local, bool open) =>
        Assert.Equal(open, Hours.Contains(new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(3))));

    [Fact]
    public void IsOpenAt_Instant_IsMeantInTheCompanysZone()
    {
        var company = new CompanyDefinition
        {
            Id = CompanyId.Parse("fox"),
            Name = "Fox",
            Version = "1",
            Numbers = [],
            Hours = Hours,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        };
        Assert.True(company.IsOpenAt(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero)));
        Assert.False(company.IsOpenAt(new DateTimeOffset(2026, 3, 2, 5, 59, 59, TimeSpan.Zero)));
    }
}
