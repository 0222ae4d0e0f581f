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

    [Theory]
    [InlineData("fri: \"22:00-02:00\"", "2026-03-06T21:59", false)]
    [InlineData("fri: \"22:00-02:00\"", "2026-03-06T22:00", true)]
    [InlineData("fri: \"22:00-02:00\"", "2026-03-07T01:59", true)]
    [InlineData("fri: \"22:00-02:00\"", "2026-03-07T02:00", false)]
    [InlineData("fri: \"22:00-24:00\"", "2026-03-06T23:59", true)]
    [InlineData("fri: \"22:00-24:00\"", "2026-03-07T00:00", false)]
    [InlineData("fri: 24h", "2026-03-06T00:00", true)]
    [InlineData("fri: 24h", "2026-03-07T00:00", false)]
    public async Task LoadAsync_Hours_MeanThis(string hours, string local, bool isOpen)
    {
        var read = await ReadAsync(hours);

        Assert.Equal(isOpen, read.Contains(new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.Zero)));
    }

    private static async Task<WeeklyHours> ReadAsync(string hours)
    {
        using var folder = new TestFolder().Write("fox.yaml", $"id: fox\nname: Fox\nnumbers: [\"+78124540001\"]\nhours:\n  {hours}\n");
        return (await folder.LoadAsync()).Companies[0].Hours!;
    }
}
