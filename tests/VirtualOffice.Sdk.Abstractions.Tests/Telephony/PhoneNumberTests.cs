using CsCheck;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Abstractions.Tests.Telephony;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+78124540001", "+78124540001")]
    [InlineData("+7 (812) 454-00-01", "+78124540001")]
    [InlineData("+44.20.7946.0000", "+442079460000")]
    [InlineData("+12345", "+12345")]
    [InlineData("+123456789012345", "+123456789012345")]
    public void TryParse_InternationalNumber_GivesItsDigits(string text, string expected)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("78124540001")]
    [InlineData("+1234")]
    [InlineData("+1234567890123456")]
    [InlineData("+08124540001")]
    [InlineData("+7812454x001")]
    [InlineData("+7812&PJSIP/evil")]
    [InlineData("+7812,1")]
    [InlineData("+7812@evil")]
    [InlineData("+7812/evil")]
    [InlineData("+7812${EXTEN}")]
    [InlineData("+7812%2c")]
    [InlineData("+٧٨١٢٤٥٤٠٠٠١")]
    [InlineData("+7812454\n0001")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));

    [Fact]
    public void TryParse_FourKilobytes_IsRefused() => Assert.False(PhoneNumber.TryParse("+" + new string('1', 4096), out _));

    [Fact]
    public void TryParse_AnyText_GivesOnlyPlusAndDigits() => Gen.String.Sample(text =>
        !PhoneNumber.TryParse("+" + text, out var number) || number.ToString()[1..].All(char.IsAsciiDigit));

    [Theory]
    [InlineData("78124540001")]
    [InlineData("+78124540001")]
    public void TryParseSignalled_WithAndWithoutPlus_AreTheSameNumber(string text)
    {
        Assert.True(PhoneNumber.TryParseSignalled(text, out var number));
        Assert.Equal(PhoneNumber.Parse("+78124540001"), number);
    }

    [Fact]
    public void ToMaskedString_ShowsOnlyTheLastTwoDigits() => Assert.Equal("+*********01", PhoneNumber.Parse("+78124540001").ToMaskedString());
}
