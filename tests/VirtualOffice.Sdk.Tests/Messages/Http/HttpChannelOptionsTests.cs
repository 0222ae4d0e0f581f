using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Tests.Messages.Http;

public sealed class HttpChannelOptionsTests
{
    [Theory]
    [InlineData(null, "a secret of some length", "must be an absolute address")]
    [InlineData("/in", "a secret of some length", "must be an absolute address")]
    [InlineData("http://example.com/in", "a secret of some length", "allowed is https, or http to this machine")]
    [InlineData("https://me:pass@example.com/in", "a secret of some length", "no user name or password")]
    [InlineData("https://example.com/in", "short", "must have 16 characters or more")]
    public void Validate_Webhook_SaysWhatIsWrong(string? url, string secret, string expected)
    {
        var options = new WebhookOptions { Url = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute), Secret = secret };
        var problem = Assert.Single(new WebhookOptionsValidator().Validate("crm", options).Failures!);
        Assert.StartsWith("Webhook 'crm': ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sms.example.com", """{"a":"{to}{text}"}""", "application/json", "must be an absolute address")]
    [InlineData("https://{to}.example.com/", """{"a":"{text}"}""", "application/json", "placeholder in its host")]
    [InlineData("https://x.example/{to}", null, "application/json", "neither Url nor Body has {text}")]
    [InlineData("https://x.example/", """{"to":{to},"text":"{text}"}""", "application/json", "they must stand within strings")]
    [InlineData("https://x.example/", "<to>{to}</to>{text}", "text/xml", "ContentType is 'text/xml'")]
    public void Validate_SmsGateway_SaysWhatIsWrong(string url, string? body, string contentType, string expected)
    {
        var options = new SmsGatewayOptions { Url = url, Body = body, ContentType = contentType };
        var problem = Assert.Single(new SmsGatewayOptionsValidator().Validate("sms", options).Failures!);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AddChannels_SeveralByName_EachHasItsOwnOptions()
    {
        var services = new ServiceCollection();
        services.AddVirtualOffice(office => office
            .AddWebhookChannel(o => (o.Url, o.Secret) = (new Uri("https://one.example/"), "a secret of some length"))
            .AddWebhookChannel(o => (o.Url, o.Secret) = (new Uri("http://127.0.0.1:9/"), "a secret of some length"), "crm")
            .AddSmsGateway(o => o.Url = "https://x.example/{to}/{text}"));
        using var provider = services.BuildServiceProvider();
        Assert.Equal(["webhook", "crm", "sms"], provider.GetServices<INotificationChannel>().Select(c => c.Name));
    }

    [Fact]
    public void AddWebhookChannel_WrongOptions_AreRefused()
    {
        var services = new ServiceCollection();
        services.AddVirtualOffice(office => office.AddWebhookChannel(_ => { }, "crm"));
        using var provider = services.BuildServiceProvider();
        Assert.Contains("Webhook 'crm': Url", Assert.Throws<OptionsValidationException>(() => provider.GetServices<INotificationChannel>().ToList()).Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }
}
