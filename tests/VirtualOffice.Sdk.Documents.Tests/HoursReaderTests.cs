using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class HoursReaderTests
{
    [Theory]
    [InlineData("mon: \"09:00-18:00\"", "Monday 09:00-18:00")]
    [InlineData("MON: \"9:00-18:00\"", "Monday 09:00-18:00")]
    [InlineData("mon-wed: \"09:00-18:00\"", "Monday 09:00-18:00;Tuesday 09:00-18:00;Wednesday 09:00-18:00")]
    [InlineData("\"sat, mon\": \"09:00-18:00\"", "Monday 09:00-18:00;Saturday 09:00-18:00")]
    [InlineData("\"sun-mon,wed\": \"09:00-18:00\"", "Sunday 09:00-18:00;Monday 09:00-18:00;Wednesday 09:00-18:00")]
    [InlineData("fri: \"09:00-13:00, 14:00-22:00\"", "Friday 09:00-13:00;Friday 14:00-22:00")]
    [InlineData("fri: \"22:00-02:00\"", "Friday 22:00-02:00")]
    [InlineData("fri: \"22:00-24:00\"", "Friday 22:00-00:00")]
    [InlineData("fri: 24h", "Friday 00:00-00:00")]
    [InlineData("fri: \"00:00-24:00\"", "Friday 00:00-00:00")]
    [InlineData("fri: closed", "")]
    [InlineData("mon-sun: Closed", "")]
    public async Task LoadAsync_Hours_AreTheseIntervals(string hours, string expected)
    {
        var read = await ReadAsync(hours);

        Assert.Equal(expected, string.Join(';', read.Intervals.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Day} {i.From:HH:mm}-{i.To:HH:mm}"))));
    }

    [Fact]
    public async Task LoadAsync_ExceptionsAndForce_AreRead()
    {
        var fox = await ReadCompanyAsync("""
            exceptions:
                - { name: New Year, from: 12-31, to: 01-08, open: closed }
                - { name: Short day, on: 2026-12-30, open: "09:00-15:00" }
              force: { state: closed, until: 2026-12-29T18:00, reason: a party }
            """);

        Assert.Null(fox.Hours);
        Assert.Equal(["New Year 2000-12-31 2000-01-08 True ", "Short day 2026-12-30 2026-12-30 False 09:00-15:00"], fox.HoursExceptions.Select(e => string.Create(
            CultureInfo.InvariantCulture,
            $"{e.Name} {e.From:yyyy-MM-dd} {e.To:yyyy-MM-dd} {e.EveryYear} {string.Join(',', e.Intervals.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.From:HH:mm}-{t.To:HH:mm}")))}")));
        Assert.Equal(new HoursOverride(IsOpen: false, new DateTime(2026, 12, 29, 18, 0, 0), "a party"), fox.HoursOverride);
    }

    [Fact]
    public async Task LoadAsync_WeekdaysOfTheMonth_AreRead()
    {
        var fox = await ReadCompanyAsync("""
            exceptions:
                - { name: Inventory, on: every last Friday of the month, open: closed }
                - { name: Open day, on: 2nd sun of may, from: 2026-01-01, to: 2029-12-31, open: "09:00-15:00" }
            """);

        Assert.Equal([WeekdayOfMonth.Parse("last fri"), WeekdayOfMonth.Parse("second sunday in may")], fox.HoursExceptions.Select(e => e.Weekday));
        Assert.Equal([(DateOnly.MinValue, DateOnly.MaxValue), (new DateOnly(2026, 1, 1), new DateOnly(2029, 12, 31))], fox.HoursExceptions.Select(e => (e.From, e.To)));
    }

    private static async Task<WeeklyHours> ReadAsync(string hours) => (await ReadCompanyAsync(hours)).Hours!;

    private static async Task<CompanyDefinition> ReadCompanyAsync(string hours)
    {
        using var folder = new TestFolder().Write("fox.yaml", $"id: fox\nname: Fox\nnumbers: [\"+78124540001\"]\nhours:\n  {hours}\n");
        return (await folder.LoadAsync()).Companies[0];
    }
}
