using System.Globalization;
using System.Text;
using CsCheck;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Abstractions.Tests.Telephony;

public sealed class CallerIdTests
{
    [Fact]
    public void Clean_Number_IsParsed()
    {
        var caller = CallerId.Clean("79215550101", "Ivan");
        Assert.Equal("+79215550101", caller.Number?.ToString());
        Assert.Equal("Ivan +79215550101", caller.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("Restricted")]
    [InlineData("\u0000\u0001")]
    [InlineData("\u202e")]
    public void Clean_WithheldNumber_IsWithheld(string? number)
    {
        var caller = CallerId.Clean(number, null);
        Assert.True(caller.IsWithheld);
        Assert.Equal("withheld", caller.ToString());
    }

    [Fact]
    public void Clean_ControlAndBidiCharacters_AreDropped()
    {
        var caller = CallerId.Clean("not\r\na number", "Ev\u202eil\u0007 <b>");
        Assert.Equal("not a number", caller.Text);
        Assert.Null(caller.Number);
        Assert.Equal("Evil <b>", caller.Name);
    }

    [Fact]
    public void Clean_TenKilobytes_IsCapped() => Assert.Equal(CallerId.MaxLength, CallerId.Clean(new string('x', 10_240), null).Text.Length);

    [Fact]
    public void Clean_EmojiAtTheCap_IsNotCutInHalf()
    {
        var text = CallerId.Clean(new string('x', CallerId.MaxLength - 1) + "😀", null).Text;
        Assert.Equal(CallerId.MaxLength - 1, text.Length);
    }

    [Fact]
    public void Clean_AnyText_IsPrintableAndCapped() => Gen.Select(Gen.String, Gen.String).Sample((number, name) =>
    {
        var caller = CallerId.Clean(number, name);
        return IsClean(caller.Text) && IsClean(caller.Name ?? "");
    });

    private static bool IsClean(string text) => text.Length <= CallerId.MaxLength && text.EnumerateRunes().All(r =>
        Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator));
}
