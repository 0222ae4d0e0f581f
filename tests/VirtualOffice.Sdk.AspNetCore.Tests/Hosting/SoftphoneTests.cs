using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Hosting;

public sealed class SoftphoneTests
{
    [Fact]
    public async Task Account_OfTheOperator_IsTheirOwn()
    {
        await using var office = await DeskOffice.OpenAsync(Configure);
        using var olga = office.As("operator:olga");
        var account = await olga.GetAsync("/desk/api/desk/softphone");
        Assert.Equal(
            "wss://pbx.example/ws pbx.example web-olga secret of olga echo",
            $"{account["server"]} {account["domain"]} {account["user"]} {account["password"]} {account["echoTest"]}");
        Assert.Equal(["stun:stun.example"], account["iceServers"]!.AsArray().Select(i => i!.GetValue<string>()));
    }

    [Fact]
    public async Task Account_WhoeverHasAnotherPhone_IsNone()
    {
        await using var office = await DeskOffice.OpenAsync(options =>
        {
            Configure(options);
            options.Softphone!.Account = op => op.Id.Value == "olga" ? null : new SoftphoneAccount("x", "x");
        });
        await using var without = await DeskOffice.OpenAsync();
        foreach (var each in new[] { office, without })
        {
            using var olga = each.As("operator:olga");
            using var answer = await olga.SendAsync(HttpMethod.Get, "/desk/api/desk/softphone");
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Policy_OfThePage_LetsItSpeakToThePbxAndNobodyElse()
    {
        await using var office = await DeskOffice.OpenAsync(Configure);
        await using var without = await DeskOffice.OpenAsync();

        Assert.Contains("connect-src 'self' wss://pbx.example;", await PolicyAsync(office), StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", await PolicyAsync(without), StringComparison.Ordinal);

        static async Task<string> PolicyAsync(DeskOffice office)
        {
            using var olga = office.As("operator:olga");
            using var page = await olga.SendAsync(HttpMethod.Get, "/desk/");
            return page.Headers.GetValues("Content-Security-Policy").Single();
        }
    }

    [Theory]
    [InlineData("https://pbx.example/ws", "echo", "stun:stun.example", "Server")]
    [InlineData("ws://pbx.example/ws", "echo", "stun:stun.example", "Server")]
    [InlineData("wss://pbx.example/ws", "echo; drop", "stun:stun.example", "EchoTest")]
    [InlineData("wss://pbx.example/ws", "echo", "https://stun.example", "IceServers")]
    public void Options_Wrong_AreRefusedByName(string server, string echo, string ice, string option)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddVirtualOffice(office => office.AddOperatorDesk(options => options.Softphone = new SoftphoneOptions { Server = new Uri(server), EchoTest = echo, IceServers = { new Uri(ice) } }));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<OperatorDeskOptions>>().Value);

        Assert.Contains($"OperatorDeskOptions.Softphone.{option}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_Written_KeepsThePasswordToItself() => Assert.DoesNotContain("secret", $"{new SoftphoneAccount("web-olga", "secret")}", StringComparison.Ordinal);

    private static void Configure(OperatorDeskOptions options) => options.Softphone = new SoftphoneOptions
    {
        Server = new Uri("wss://pbx.example/ws"),
        EchoTest = "echo",
        IceServers = { new Uri("stun:stun.example") },
        Account = op => new SoftphoneAccount($"web-{op.Id}", $"secret of {op.Id}"),
    };
}
