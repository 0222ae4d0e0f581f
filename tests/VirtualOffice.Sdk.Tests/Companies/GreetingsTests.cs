using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class GreetingsTests
{
    private static readonly CallTypeId Emergency = CallTypeId.Parse("emergency");
    private static readonly Validity NewYear = new(new DateTime(2026, 12, 20), new DateTime(2027, 1, 9));
    private static readonly WeeklyHours Nights = new() { Intervals = [.. Enum.GetValues<DayOfWeek>().Select(d => new OpenInterval(d, new TimeOnly(21, 0), new TimeOnly(9, 0)))] };

    private readonly CompanyDefinition _fox = new()
    {
        Id = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "v1",
        Numbers = [PhoneNumber.Parse("+78124540001")],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        Greeting = Of("usual"),
        HoursExceptions = [new HoursException("Closed", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), [])],
        Greetings =
        [
            new(Of("emergency")) { CallType = Emergency },
            new(Of("english")) { Language = "en" },
            new(Of("british")) { Language = "en-GB" },
            new(Of("night")) { Hours = Nights },
            new(Of("year")) { Valid = new Validity(new DateTime(2026, 1, 1), null) },
            new(Of("new year")) { Valid = NewYear },
            new(Of("english emergency")) { CallType = Emergency, Language = "en" },
            new(Of("second")) { Valid = NewYear },
        ],
    };

    [Theory]
    [InlineData("2025-06-02T12:00", null, null, "usual", GreetingDecision.Usual)]
    [InlineData("2025-06-02T12:00", "emergency", null, "emergency", "the greeting for call type emergency")]
    [InlineData("2025-06-02T12:00", "tours", "de", "usual", GreetingDecision.Usual)]
    [InlineData("2025-06-02T12:00", null, "EN", "english", "the greeting for language en")]
    [InlineData("2025-06-02T12:00", null, "en-US", "english", "the greeting for language en")]
    [InlineData("2025-06-02T12:00", null, "en-GB", "british", "the greeting for language en-GB")]
    [InlineData("2025-06-02T12:00", null, "eng", "usual", GreetingDecision.Usual)]
    [InlineData("2025-06-02T21:00", null, "en", "night", "the greeting for in its hours")]
    [InlineData("2025-06-03T08:59", null, null, "night", "the greeting for in its hours")]
    [InlineData("2025-06-03T09:00", null, null, "usual", GreetingDecision.Usual)]
    [InlineData("2026-06-02T23:00", null, "en", "year", "the greeting for from 2026-01-01 00:00")]
    [InlineData("2026-12-24T23:00", null, null, "new year", "the greeting for from 2026-12-20 00:00, until 2027-01-09 00:00")]
    [InlineData("2026-12-24T23:00", "emergency", "de", "emergency", "the greeting for call type emergency")]
    [InlineData("2026-12-24T23:00", "emergency", "en-GB", "english emergency", "the greeting for call type emergency, language en")]
    public void Decide_SeveralRules_TheNarrowestWins(string local, string? type, string? language, string text, string rule)
    {
        var at = new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));

        var decision = Greetings.Decide(_fox, at, type is null ? null : CallTypeId.Parse(type), language);

        Assert.Equal((text, rule), (decision.Greeting.Text, decision.Rule));
    }

    private static Greeting Of(string text) => new(text, null);
}
