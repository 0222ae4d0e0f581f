using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Legs;

public sealed class CallerTextTests
{
    [Theory]
    [InlineData("Anna", "Anna")]
    [InlineData("Ivan \\\"the\\\" Great", "Ivan \"the\" Great")]
    [InlineData("back\\\\slash", "back\\slash")]
    [InlineData("end\\", "end\\")]
    public void Clean_Name_LosesTheEscapesOfSip(string name, string expected) => Assert.Equal(expected, CallerText.Clean("+79211234567", name).Name);

    [Fact]
    public void Variables_NumberAndName_AreValuesOnly()
    {
        var variables = CallerVariables.For(CallerId.Clean("+79211234567", "${SHELL(x)} & co")).Variables;
        Assert.Equal("+79211234567", variables["CONNECTEDLINE(num,i)"]);
        Assert.Equal("${SHELL(x)} & co", variables["CONNECTEDLINE(name,i)"]);
        Assert.Equal("ari-only", variables["PJSIP_TRANSFER_HANDLING()"]);
        Assert.Equal(3, variables.Count);
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("1;x=y")]
    [InlineData("<sip:1>")]
    [InlineData("")]
    public void Variables_TextThatIsNoNumber_IsWithheld(string text)
    {
        var variables = CallerVariables.For(CallerId.Clean(text, null)).Variables;
        Assert.Equal("", variables["CONNECTEDLINE(num,i)"]);
        Assert.Equal("prohib_not_screened", variables["CONNECTEDLINE(pres,i)"]);
    }
}
