using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Legs;

public sealed class StasisArgumentsTests
{
    [Fact]
    public void Tag_ThroughAppData_ComesBack()
    {
        foreach (var role in Enum.GetValues<LegRole>())
        {
            var tag = new LegTag(new CallId(Guid.CreateVersion7()), role);
            var arguments = Split("voffice," + StasisArguments.For(tag));
            Assert.Equal(StasisArguments.Leg, arguments![0]);
            Assert.Equal(tag, StasisArguments.ParseTag(arguments[1], arguments[2]));
        }
    }

    [Fact]
    public void Recording_ThroughAppData_ComesBackWithAnyChannel()
    {
        var arguments = Split("voffice," + StasisArguments.For(RecordingId.Parse("vo-1"), "pbx,1-1794.7"));
        Assert.Equal([StasisArguments.Snoop, "vo-1", "pbx,1-1794.7"], arguments!);
    }

    [Theory]
    [InlineData("voffice", 0)]
    [InlineData("voffice,+78124540001", 1)]
    [InlineData("voffice,", 1)]
    [InlineData("voffice2,+78124540001", null)]
    [InlineData("other", null)]
    [InlineData("", null)]
    public void Split_AppData_IsTakenApartWhenItIsOurs(string appData, int? count) => Assert.Equal(count, Split(appData)?.Length);

    [Fact]
    public void Split_OtherDialplanApplication_IsNotOurs()
    {
        Assert.Null(StasisArguments.Split(new AriChannel.Place("s", "Record", "voffice,1"), "voffice"));
        Assert.Null(StasisArguments.Split(null, "voffice"));
    }

    [Theory]
    [InlineData("", "Operator")]
    [InlineData("not-a-call", "Operator")]
    [InlineData("01890000000070008000000000000001", "")]
    [InlineData("01890000000070008000000000000001", "9")]
    [InlineData("01890000000070008000000000000001", "Boss")]
    public void ParseTag_Nonsense_IsNull(string call, string role) => Assert.Null(StasisArguments.ParseTag(call, role));

    private static string[]? Split(string appData) => StasisArguments.Split(new AriChannel.Place("s", "Stasis", appData), "voffice");
}
