using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Abstractions.Tests.Companies;

public sealed class ValidityTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-30T22:59:59Z", false)]
    [InlineData("2026-11-30T23:00:00Z", true)]
    [InlineData("2026-12-24T22:59:59Z", true)]
    [InlineData("2026-12-24T23:00:00Z", false)]
    public void Holds_Days_BeginsAndEndsAtLocalMidnight(string instant, bool holds) =>
        Assert.Equal(holds, Holds(new Validity(new DateTime(2026, 12, 1), new DateTime(2026, 12, 25)), instant));

    [Theory]
    [InlineData("2026-10-25T00:15:00Z", true)]
    [InlineData("2026-10-25T01:29:59Z", true)]
    [InlineData("2026-10-25T01:30:00Z", false)]
    public void Holds_UntilATimeThatComesTwice_EndsTheSecondTime(string instant, bool holds) =>
        Assert.Equal(holds, Holds(new Validity(null, new DateTime(2026, 10, 25, 2, 30, 0)), instant));

    [Theory]
    [InlineData("2026-10-25T00:29:59Z", false)]
    [InlineData("2026-10-25T00:30:00Z", true)]
    [InlineData("2026-10-25T01:15:00Z", true)]
    public void Holds_FromATimeThatComesTwice_BeginsTheFirstTimeAndGoesOn(string instant, bool holds) =>
        Assert.Equal(holds, Holds(new Validity(new DateTime(2026, 10, 25, 2, 30, 0), null), instant));

    [Theory]
    [InlineData("2026-03-29T01:29:59Z", false)]
    [InlineData("2026-03-29T01:30:00Z", true)]
    public void Holds_FromATimeInTheGap_IsMovedOnByItsLength(string instant, bool holds) =>
        Assert.Equal(holds, Holds(new Validity(new DateTime(2026, 3, 29, 2, 30, 0), null), instant));

    [Fact]
    public void Always_HoldsAndIsNotLimited()
    {
        Assert.True(Validity.Always.Holds(DateTimeOffset.MinValue, Berlin));
        Assert.Equal((false, true, true), (Validity.Always.IsLimited, new Validity(default(DateTime), null).IsLimited, new Validity(null, default(DateTime)).IsLimited));
    }

    private static bool Holds(Validity validity, string instant) => validity.Holds(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), Berlin);
}
