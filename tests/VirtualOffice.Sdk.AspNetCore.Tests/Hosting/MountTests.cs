using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Hosting;

public sealed class MountTests
{
    [Fact]
    public void MapOperatorDesk_NobodyCanSignIn_RefusesToStart()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddVirtualOffice(office => office.AddSimulatedPbx().UseInMemoryStores().AddCompanies(TestCompanies.Office).AddOperatorDesk());
        var app = builder.Build();

        var error = Assert.Throws<VirtualOfficeException>(() => app.MapOperatorDesk());

        Assert.Contains("AddAuthentication()", error.Message, StringComparison.Ordinal);
        Assert.Throws<VirtualOfficeException>(() => app.MapVirtualOfficeApi());
    }

    [Fact]
    public void MapOperatorDesk_DeskNotAdded_NamesTheCall()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddOperatorDesk()", Assert.Throws<VirtualOfficeException>(() => app.MapOperatorDesk()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lease")]
    [InlineData("RequestsPerMinute")]
    [InlineData("MaxRequestBytes")]
    [InlineData("SignInPath")]
    [InlineData("AlarmWait")]
    [InlineData("AlarmWaiting")]
    public void Options_OutOfRange_AreRefusedByName(string option)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddVirtualOffice(office => office.AddOperatorDesk(options => _ = option switch
        {
            "Lease" => options.Lease = TimeSpan.FromSeconds(1),
            "RequestsPerMinute" => options.RequestsPerMinute = 1,
            "MaxRequestBytes" => options.MaxRequestBytes = 1,
            "SignInPath" => options.SignInPath = "//elsewhere.example",
            "AlarmWait" => options.AlarmWait = TimeSpan.Zero,
            _ => (object)(options.AlarmWaiting = 0),
        }));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<OperatorDeskOptions>>().Value);

        Assert.Contains($"OperatorDeskOptions.{option}", error.Message, StringComparison.Ordinal);
    }
}
