using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Media;

public sealed class PromptMediaTests
{
    [Theory]
    [InlineData("vm-intro", "sound:vm-intro")]
    [InlineData("fox_travel/welcome2", "sound:fox_travel/welcome2")]
    public void For_Name_IsASound(string name, string expected) => Assert.Equal(expected, PromptMedia.For(new RecordedPrompt(name)));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../secret")]
    [InlineData("a,sound:b")]
    [InlineData("a&b")]
    [InlineData("a?b")]
    [InlineData("привет")]
    public void For_NameThatNoSoundHas_IsNull(string name) => Assert.Null(PromptMedia.For(new RecordedPrompt(name)));

    [Fact]
    public void For_OverlongName_IsNull() => Assert.Null(PromptMedia.For(new RecordedPrompt(new string('a', 101))));

    [Theory]
    [InlineData("792", "sound:digits/7,sound:digits/9,sound:digits/2")]
    [InlineData("", null)]
    [InlineData("12a", null)]
    [InlineData("1,sound:b", null)]
    [InlineData("123456789012345678901234567890123", null)]
    public void For_Digits_AreReadOutOrNull(string digits, string? expected) => Assert.Equal(expected, PromptMedia.For(new SpokenDigits(digits)));
}
