using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Abstractions.Tests.Companies;

public sealed class WeekdayOfMonthTests
{
    [Theory]
    [InlineData("last fri", "last friday")]
    [InlineData("every last Friday of the month", "last friday")]
    [InlineData("Last FRIDAY of every month", "last friday")]
    [InlineData("second Sunday in May", "2nd sunday of may")]
    [InlineData("2nd  sun of MAY", "2nd sunday of may")]
    [InlineData("fifth mon of february", "5th monday of february")]
    public void Parse_HowPeopleWriteIt_IsThisText(string text, string expected)
    {
        var weekday = WeekdayOfMonth.Parse(text);
        Assert.Equal(expected, weekday.ToString());
        Assert.Equal(weekday, WeekdayOfMonth.Parse(weekday.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("friday")]
    [InlineData("6th friday")]
    [InlineData("last frriday")]
    [InlineData("last friday may")]
    [InlineData("last friday of")]
    [InlineData("last friday of maj")]
    [InlineData("last friday of the month of may")]
    [InlineData("every")]
    public void TryParse_AnythingElse_IsFalse(string? text) => Assert.False(WeekdayOfMonth.TryParse(text, out _));

    [Theory]
    [InlineData(0, DayOfWeek.Friday, null)]
    [InlineData(6, DayOfWeek.Friday, null)]
    [InlineData(-2, DayOfWeek.Friday, null)]
    [InlineData(1, (DayOfWeek)7, null)]
    [InlineData(1, DayOfWeek.Friday, 0)]
    [InlineData(1, DayOfWeek.Friday, 13)]
    public void Constructor_OutOfRange_Throws(int nth, DayOfWeek day, int? month) => Assert.Throws<ArgumentOutOfRangeException>(() => new WeekdayOfMonth(nth, day, month));

    /// <summary>Every weekday, place and month of sixty years, against a walk that counts.</summary>
    [Fact]
    public void Is_EveryDayOfSixtyYears_IsWhatCountingSays()
    {
        foreach (var nth in (int[])[1, 2, 3, 4, 5, WeekdayOfMonth.Last])
        {
            foreach (var day in Enum.GetValues<DayOfWeek>())
            {
                var (everyMonth, ofMay) = (new WeekdayOfMonth(nth, day), new WeekdayOfMonth(nth, day, 5));
                for (var month = new DateOnly(2000, 1, 1); month.Year < 2060; month = month.AddMonths(1))
                {
                    var days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays).ToList();
                    var counted = days.Where(d => d.DayOfWeek == day).ToList();
                    DateOnly? expected = nth == WeekdayOfMonth.Last ? counted[^1] : nth <= counted.Count ? counted[nth - 1] : null;
                    Assert.Equal(expected, days.Where(everyMonth.Is).Select(d => (DateOnly?)d).SingleOrDefault());
                    Assert.Equal(month.Month == 5 ? expected : null, days.Where(ofMay.Is).Select(d => (DateOnly?)d).SingleOrDefault());
                }
            }
        }
    }
}
