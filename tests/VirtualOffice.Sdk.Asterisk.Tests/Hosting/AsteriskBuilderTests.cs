using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Hosting;

public sealed class AsteriskBuilderTests
{
    [Fact]
    public void AddAsterisk_Section_BindsEveryKey()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Asterisk:Url"] = "http://127.0.0.1:18088/ari",
            ["Asterisk:User"] = "voffice",
            ["Asterisk:Password"] = "secret",
            ["Asterisk:Application"] = "front",
            ["Asterisk:DeviceEndpoint"] = "PJSIP/agent{device}",
            ["Asterisk:Trunk:Endpoint"] = "trunk-1",
            ["Asterisk:Trunk:NumberFormat"] = "Digits",
            ["Asterisk:Trunk:Prefix"] = "9",
            ["Asterisk:CommandTimeout"] = "00:00:03",
            ["Asterisk:AllowUnsupportedVersion"] = "true",
        }).Build().GetSection("Asterisk");
        using var services = Services(office => office.AddAsterisk("main", section));

        Assert.Equal("main", Assert.Single(services.GetServices<ITelephonyProvider>()).Name);
        var options = services.GetRequiredService<IOptionsMonitor<AsteriskOptions>>().Get("main");
        Assert.Equal("PJSIP/agent{device}", options.DeviceEndpoint);
        Assert.Equal(("trunk-1", AsteriskNumberFormat.Digits, "9"), (options.Trunk.Endpoint, options.Trunk.NumberFormat, options.Trunk.Prefix));
        Assert.Equal(("front", TimeSpan.FromSeconds(3), true), (options.Application, options.CommandTimeout, options.AllowUnsupportedVersion));
    }

    [Fact]
    public void AddAsterisk_Twice_GivesTwoWithTheirOwnOptions()
    {
        using var services = Services(office => office.AddAsterisk("one", Valid).AddAsterisk("two", o =>
        {
            Valid(o);
            o.Application = "other";
        }));
        Assert.Equal(["one", "two"], services.GetServices<ITelephonyProvider>().Select(p => p.Name));
        Assert.Equal("voffice", services.GetRequiredService<IOptionsMonitor<AsteriskOptions>>().Get("one").Application);
        Assert.Equal("other", services.GetRequiredService<IOptionsMonitor<AsteriskOptions>>().Get("two").Application);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a b")]
    public void AddAsterisk_BadName_Throws(string name) => Assert.Throws<ArgumentException>(() => Services(office => office.AddAsterisk(name, Valid)));

    [Fact]
    public void Options_Defaults_AreAsDocumented()
    {
        var options = new AsteriskOptions();
        Assert.Equal(("voffice", "PJSIP/{device}", "carrier", ""), (options.Application, options.DeviceEndpoint, options.Trunk.Endpoint, options.Trunk.Prefix));
        Assert.Equal((AsteriskNumberFormat.E164, TimeSpan.FromSeconds(5), false, false), (options.Trunk.NumberFormat, options.CommandTimeout, options.AllowPlainHttp, options.AllowUnsupportedVersion));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8088/")]
    [InlineData("http://localhost:8088/ari/")]
    [InlineData("http://[::1]:8088/")]
    [InlineData("https://pbx.example/")]
    public void Options_Url_IsAllowed(string url) => Assert.NotNull(Resolve(o => o.Url = new Uri(url)));

    [Theory]
    [InlineData("http://pbx.example/")]
    [InlineData("http://10.0.0.1:8088/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://user:secret@127.0.0.1/")]
    [InlineData("http://127.0.0.1/?api_key=a:b")]
    [InlineData("ari")]
    public void Options_Url_IsRefused(string url) => Refused(o => o.Url = new Uri(url, UriKind.RelativeOrAbsolute), "Url");

    [Fact]
    public void Options_PlainHttpToAnotherMachine_CanBeAllowed() => Assert.NotNull(Resolve(o => (o.Url, o.AllowPlainHttp) = (new Uri("http://pbx.example/"), true)));

    [Fact]
    public void Options_Missing_AreRefused()
    {
        Refused(o => o.Url = null, "Url");
        Refused(o => o.User = "", "User");
        Refused(o => o.Password = "", "Password");
    }

    [Theory]
    [InlineData("voffice,x")]
    [InlineData("../x")]
    [InlineData("")]
    public void Options_Application_IsRefused(string application) => Refused(o => o.Application = application, "Application");

    [Theory]
    [InlineData("PJSIP/op1")]
    [InlineData("PJSIP/{device}&PJSIP/x")]
    [InlineData("{device}")]
    public void Options_DeviceEndpoint_IsRefused(string endpoint) => Refused(o => o.DeviceEndpoint = endpoint, "DeviceEndpoint");

    [Fact]
    public void Options_Trunk_IsRefused()
    {
        Refused(o => o.Trunk.Endpoint = "a&b", "Endpoint");
        Refused(o => o.Trunk.Prefix = "x", "Prefix");
        Refused(o => o.Trunk.NumberFormat = (AsteriskNumberFormat)7, "NumberFormat");
    }

    [Fact]
    public void Options_Times_AreRefusedOutOfRange()
    {
        Refused(o => o.CommandTimeout = TimeSpan.Zero, "CommandTimeout");
        Refused(o => o.HeartbeatInterval = TimeSpan.FromMinutes(5), "HeartbeatInterval");
    }

    private static void Refused(Action<AsteriskOptions> configure, string what)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Resolve(configure));
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", refused.Message, StringComparison.Ordinal);
    }

    private static ITelephonyProvider Resolve(Action<AsteriskOptions> configure)
    {
        using var services = Services(office => office.AddAsterisk("main", o =>
        {
            Valid(o);
            configure(o);
        }));
        return services.GetRequiredService<ITelephonyProvider>();
    }

    private static void Valid(AsteriskOptions options) => (options.Url, options.User, options.Password) = (new Uri("http://127.0.0.1:8088/"), "voffice", "top-secret");

    private static ServiceProvider Services(Action<IVirtualOfficeBuilder> compose)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new OfficeRuntime { Ids = new TestIds(), Random = new Random(1) });
        compose(new Builder(services));
        return services.BuildServiceProvider();
    }

    private sealed class Builder(IServiceCollection services) : IVirtualOfficeBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
