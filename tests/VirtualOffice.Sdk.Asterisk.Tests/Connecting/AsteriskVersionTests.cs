namespace VirtualOffice.Sdk.Asterisk.Tests.Connecting;

public sealed class AsteriskVersionTests
{
    [Theory]
    [InlineData("22.10.1", true)]
    [InlineData("22.10.1+dfsg+~cs6.17.60671434-1", true)]
    [InlineData("22.11.0-rc1", true)]
    [InlineData("23.5", true)]
    [InlineData("22.10.0", false)]
    [InlineData("22.9.9", false)]
    [InlineData("20.18.2", false)]
    [InlineData("22", false)]
    [InlineData("GIT-master-1234", false)]
    [InlineData("certified/22.10", false)]
    [InlineData("99999999999999999999.1.1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Parse_Version_IsSupportedFrom22_10_1(string? text, bool expected) => Assert.Equal(expected, AsteriskVersion.Parse(text) >= AsteriskVersion.Oldest);
}
