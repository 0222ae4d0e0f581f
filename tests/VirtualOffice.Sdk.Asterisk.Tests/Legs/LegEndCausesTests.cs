using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Legs;

public sealed class LegEndCausesTests
{
    [Theory]
    [InlineData(16, LegEndCause.Normal)]
    [InlineData(26, LegEndCause.Normal)]
    [InlineData(127, LegEndCause.Normal)]
    [InlineData(17, LegEndCause.Busy)]
    [InlineData(18, LegEndCause.NoAnswer)]
    [InlineData(19, LegEndCause.NoAnswer)]
    [InlineData(21, LegEndCause.Rejected)]
    [InlineData(1, LegEndCause.Invalid)]
    [InlineData(3, LegEndCause.Unreachable)]
    [InlineData(20, LegEndCause.Unreachable)]
    [InlineData(22, LegEndCause.Unreachable)]
    [InlineData(27, LegEndCause.Unreachable)]
    [InlineData(28, LegEndCause.Invalid)]
    [InlineData(34, LegEndCause.Failed)]
    [InlineData(38, LegEndCause.Failed)]
    [InlineData(0, LegEndCause.Failed)]
    [InlineData(12345, LegEndCause.Failed)]
    public void FromQ850_PhoneThatRang_IsMapped(int cause, LegEndCause expected) =>
        Assert.Equal(expected, LegEndCauses.FromQ850(cause, wasAnswered: false, hasRung: true, wish: null));

    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    public void FromQ850_TimeOutWithoutRinging_IsUnreachable(int cause) =>
        Assert.Equal(LegEndCause.Unreachable, LegEndCauses.FromQ850(cause, wasAnswered: false, hasRung: false, wish: null));

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(19)]
    [InlineData(21)]
    public void FromQ850_AnsweredLeg_WasHungUp(int cause) =>
        Assert.Equal(LegEndCause.Normal, LegEndCauses.FromQ850(cause, wasAnswered: true, hasRung: true, wish: null));

    [Fact]
    public void FromQ850_OwnCause_ComesBack()
    {
        foreach (var cause in Enum.GetValues<LegEndCause>())
        {
            Assert.Equal(cause, LegEndCauses.FromQ850(LegEndCauses.ToQ850(cause), wasAnswered: false, hasRung: false, cause));
            Assert.Equal(cause, LegEndCauses.FromQ850(16, wasAnswered: true, hasRung: true, cause));
        }
    }

    [Fact]
    public void FromQ850_FarEndWasFaster_WinsOverTheWish() =>
        Assert.Equal(LegEndCause.Busy, LegEndCauses.FromQ850(17, wasAnswered: false, hasRung: true, LegEndCause.NoAnswer));
}
