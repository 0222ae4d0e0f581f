using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class CompanyDirectoryTests
{
    private readonly CompanyDirectory _directory = new();

    [Theory]
    [InlineData("+78124540001", "fox")]
    [InlineData("78124540001", "fox")]
    [InlineData("+78124540002", "fox")]
    [InlineData("+78124540003", "nord")]
    [InlineData("+78124540004", null)]
    [InlineData("8124540001", null)]
    [InlineData("s", null)]
    [InlineData("", null)]
    public void FindByDialledNumber_IsTheCompanyWithTheNumber(string dialled, string? id)
    {
        _directory.Replace([Company("nord", "+78124540003"), Company("fox", "+78124540001", "+78124540002")]);
        Assert.Equal(id, _directory.FindByDialledNumber(dialled)?.Id.Value);
    }

    [Fact]
    public void Replace_NumberOfTwoCompanies_IsRefusedAndTheEarlierStayInForce()
    {
        _directory.Replace([Company("old", "+78124540009")]);
        var error = Assert.Throws<VirtualOfficeException>(() => _directory.Replace([Company("fox", "+78124540001"), Company("nord", "+78124540001")]));
        Assert.Contains("+78124540001 belongs to both 'fox' and 'nord'", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", _directory.FindByDialledNumber("+78124540009")?.Id.Value);
        Assert.Equal(["old"], _directory.List().Select(c => c.Id.Value));
    }

    [Fact]
    public void Replace_ListsByIdAndForgetsWhoIsGone()
    {
        _directory.Replace([Company("old", "+78124540009")]);
        _directory.Replace([Company("nord", "+78124540003"), Company("fox", "+78124540001")]);
        Assert.Equal(["fox", "nord"], _directory.List().Select(c => c.Id.Value));
        Assert.Equal("nord", _directory.Find(CompanyId.Parse("nord"))?.Id.Value);
        Assert.Null(_directory.Find(CompanyId.Parse("old")));
        Assert.Null(_directory.FindByDialledNumber("+78124540009"));
    }

    private static CompanyDefinition Company(string id, params string[] numbers) =>
        new() { Id = CompanyId.Parse(id), Name = id, Version = "v1", Numbers = [.. numbers.Select(PhoneNumber.Parse)] };
}
