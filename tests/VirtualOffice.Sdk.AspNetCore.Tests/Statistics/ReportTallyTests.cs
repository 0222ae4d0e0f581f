using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Statistics;
using VirtualOffice.Sdk.AspNetCore.Statistics.Reports;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Statistics;

/// <summary>What a report adds up.</summary>
public sealed class ReportTallyTests
{
    private static readonly DateOnly March1 = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void View_CallsOfEveryKind_HasBothServiceLevelsAndAverages()
    {
        var tally = Tally(March1, March1.AddDays(1), ReportInterval.Day, TimeZoneInfo.Utc);
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        tally.Add(Answered(at, after: 10, handled: 60));
        tally.Add(Answered(at, after: 20, handled: 30));
        tally.Add(Answered(at, after: 60, handled: 0));
        tally.Add(Abandoned(at, after: 5));
        tally.Add(Abandoned(at, after: 90));
        tally.Add(new OfferedCall(TestCompanies.Fox, at, null, null, at.AddSeconds(40)));

        var row = Assert.Single(tally.View().Intervals);

        Assert.Equal((6, 3, 2, 2, 1), (row.Offered, row.Answered, row.AnsweredInTime, row.Abandoned, row.AbandonedInTime));
        Assert.Equal((2.0 / 3, 0.6, 30.0, 30.0, 90.0), (row.OfAnswered!.Value, row.OfAll!.Value, row.AverageAnswerSeconds!.Value, row.AverageHandleSeconds!.Value, row.LongestWaitSeconds));
        Assert.Equal(row with { Date = null, At = null }, Assert.Single(tally.View().Companies));
    }

    [Fact]
    public void View_NobodyAnswered_HasNoAverages()
    {
        var tally = Tally(March1, March1.AddDays(1), ReportInterval.Day, TimeZoneInfo.Utc);
        tally.Add(Abandoned(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), after: 90));

        var row = Assert.Single(tally.View().Intervals);

        Assert.Equal((null, 0.0, null, null), (row.OfAnswered, row.OfAll!.Value, row.AverageAnswerSeconds, row.AverageHandleSeconds));
    }

    [Theory]
    [InlineData("2026-02-28T22:59:59Z", null, null)]
    [InlineData("2026-02-28T23:00:00Z", "2026-03-01", "2026-02-28T23:00:00Z")]
    [InlineData("2026-03-01T22:59:59Z", "2026-03-01", "2026-02-28T23:00:00Z")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-03-30T22:00:00Z", null, null)]
    public void Day_IsTheCompanysOwn_AlsoWhenTheClocksAreSet(string came, string? date, string? begins)
    {
        var tally = Tally(March1, new DateOnly(2026, 3, 31), ReportInterval.Day, Berlin);
        tally.Add(Answered(Time(came), after: 1));

        Assert.Equal(date is null ? [] : [(date, begins is null ? null : Time(begins))], tally.View().Intervals.Select(r => (r.Date!, r.At)));
    }

    [Theory]
    [InlineData("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T00:29:59Z", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T00:30:00Z", "2026-03-01T00:30:00Z")]
    [InlineData("2026-03-01T23:59:59Z", "2026-03-01T23:30:00Z")]
    public void HalfHour_IsCountedFromMidnight(string came, string begins)
    {
        var tally = Tally(March1, March1.AddDays(1), ReportInterval.HalfHour, TimeZoneInfo.Utc);
        tally.Add(Answered(Time(came), after: 1));

        Assert.Equal([Time(begins)], tally.View().Intervals.Select(r => r.At!.Value));
    }

    [Fact]
    public void HalfHour_WhereMidnightIsOddToUtc_BeginsWithTheLocalOne()
    {
        var tally = Tally(March1, March1.AddDays(1), ReportInterval.HalfHour, TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu"));
        tally.Add(Answered(Time("2026-02-28T18:20:00Z"), after: 1));

        Assert.Equal([Time("2026-02-28T18:15:00Z")], tally.View().Intervals.Select(r => r.At!.Value));
    }

    [Fact]
    public void Add_MoreIntervalsThanAreKept_IsRefused()
    {
        var tally = Tally(March1, March1.AddDays(31), ReportInterval.HalfHour, TimeZoneInfo.Utc);
        var companies = Enumerable.Range(0, 40).Select(i => Companies.CompanyId.Parse($"company-{i}")).ToList();
        var refused = Assert.Throws<BadHttpRequestException>(() =>
        {
            foreach (var company in companies)
            {
                for (var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero); at < new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero); at = at.AddMinutes(30))
                {
                    tally.Add(new OfferedCall(company, at, null, null, null));
                }
            }
        });

        Assert.Contains("more than 50,000 intervals", refused.Message, StringComparison.Ordinal);
    }

    private static ReportTally Tally(DateOnly from, DateOnly until, ReportInterval by, TimeZoneInfo zone) => new(from, until, by, TimeSpan.FromSeconds(20), Now, _ => zone);

    private static OfferedCall Answered(DateTimeOffset at, int after, int handled = 0) =>
        new(TestCompanies.Fox, at, at.AddSeconds(after), null, at.AddSeconds(after)) { Handled = TimeSpan.FromSeconds(handled) };

    private static OfferedCall Abandoned(DateTimeOffset at, int after) => new(TestCompanies.Fox, at, null, at.AddSeconds(after), at.AddSeconds(after));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
