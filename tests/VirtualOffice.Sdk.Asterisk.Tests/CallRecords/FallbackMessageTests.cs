using CsCheck;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Asterisk.Tests.CallRecords;

public sealed class FallbackMessageTests
{
    private const string Name = "fallback/20261123T020409Z_+78124540001_*55#_voffice-1795399449.12";

    [Fact]
    public void TryParse_NameThatTheDialplanGives_HasItsParts()
    {
        Assert.True(FallbackMessage.TryParse(Name, out var message));
        Assert.Equal(new FallbackMessage(Name, new DateTimeOffset(2026, 11, 23, 2, 4, 9, TimeSpan.Zero), "+78124540001", "*55#", "voffice-1795399449.12"), message);
        Assert.Equal("fallback-20261123T020409Z_p78124540001_s55h_voffice--1795399449-d12", message.Id.ToString());
    }

    [Fact]
    public void TryParse_NumbersUnknown_AreEmpty()
    {
        Assert.True(FallbackMessage.TryParse("fallback/20261123T020409Z_unknown_unknown_1.2", out var message));
        Assert.Equal(("", ""), (message.Dialled, message.Caller));
        Assert.Equal(message.Name, FallbackMessage.NameOf(message.Id!.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20261123T020409Z_+7_+7_1.2")]
    [InlineData("fallback/20261123T020409Z_+7_+7")]
    [InlineData("fallback/20261123T020409Z_+7_+7_")]
    [InlineData("fallback/20261323T020409Z_+7_+7_1.2")]
    [InlineData("fallback/20261123T020409Z_+7a_+7_1.2")]
    [InlineData("fallback/20261123T020409Z_+7__1.2")]
    [InlineData("fallback/20261123T020409Z_+7_+7_1/2")]
    [InlineData("fallback/20261123T020409Z_+7_+7_ü")]
    public void TryParse_AnotherName_IsNone(string? name) => Assert.False(FallbackMessage.TryParse(name, out _));

    [Theory]
    [InlineData("0199f7d2c3b47a51")]
    [InlineData("fallback-")]
    [InlineData("fallback-of-mine")]
    [InlineData("fallback-20261123T020409Z_p7_p7_1-x2")]
    [InlineData("fallback-20261123T020409Z_p7_p7_1-")]
    [InlineData("fallback-20261123T020409Z_q7_p7_1")]
    public void NameOf_AnotherId_IsNone(string id) => Assert.Null(FallbackMessage.NameOf(RecordingId.Parse(id)));

    [Fact]
    public void Id_NameTooLong_IsNone()
    {
        Assert.True(FallbackMessage.TryParse(Name + new string('7', 80), out var message));
        Assert.Null(message.Id);
    }

    [Fact]
    public void Id_AnyMessage_LeadsBackToItsName()
    {
        var number = Gen.Char["+0123456789*#"].Array[1, 20].Select(c => new string(c));
        var channel = Gen.Char["abzAZ019._-"].Array[1, 12].Select(c => new string(c));
        Gen.Select(number, number, channel).Sample((dialled, caller, id) =>
            FallbackMessage.TryParse($"fallback/20261123T020409Z_{dialled}_{caller}_{id}", out var message)
            && message.Channel == id
            && message.Id is { } recording
            && FallbackMessage.NameOf(recording) == message.Name);
    }
}
