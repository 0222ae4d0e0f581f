using CsCheck;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Legs;

public sealed class DialStringsTests
{
    [Fact]
    public void For_Device_FillsTheTemplate() =>
        Assert.Equal("PJSIP/agent-7@desk", For(new DeviceTarget(DeviceId.Parse("7")), o => o.DeviceEndpoint = "PJSIP/agent-{device}@desk"));

    [Theory]
    [InlineData(AsteriskNumberFormat.E164, "", "PJSIP/+78124540001@carrier")]
    [InlineData(AsteriskNumberFormat.Digits, "", "PJSIP/78124540001@carrier")]
    [InlineData(AsteriskNumberFormat.Digits, "9", "PJSIP/978124540001@carrier")]
    [InlineData(AsteriskNumberFormat.E164, "*9", "PJSIP/*9+78124540001@carrier")]
    public void For_Number_GoesOverTheTrunkInItsFormat(AsteriskNumberFormat format, string prefix, string expected) =>
        Assert.Equal(expected, For(new NumberTarget(PhoneNumber.Parse("+7 (812) 454-00-01")), o => (o.Trunk.NumberFormat, o.Trunk.Prefix) = (format, prefix)));

    [Fact]
    public void For_AnyText_OnlyDigitsReachThePbx() => Gen.String.Sample(text =>
        !PhoneNumber.TryParse(text, out var number) || For(new NumberTarget(number), _ => { })["PJSIP/+".Length..^"@carrier".Length].All(char.IsAsciiDigit));

    [Theory]
    [InlineData("op1&PJSIP/op2")]
    [InlineData("op1,30")]
    [InlineData("../op1")]
    [InlineData("${EXTEN}")]
    [InlineData("op1@evil")]
    [InlineData("оp1")]
    [InlineData("op1%2c")]
    public void For_DialStringInjection_IsNoDeviceToBeginWith(string text) => Assert.False(DeviceId.TryParse(text, out _));

    private static string For(DialTarget target, Action<AsteriskOptions> configure)
    {
        var options = new AsteriskOptions();
        configure(options);
        return new DialStrings(options).For(target);
    }
}
