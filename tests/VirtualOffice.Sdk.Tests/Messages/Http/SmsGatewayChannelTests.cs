using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk.Tests.Messages.Http;

public sealed class SmsGatewayChannelTests
{
    [Fact]
    public async Task DeliverAsync_JsonBody_NothingCanBeInjected()
    {
        var evil = "\",\"to\":\"+1999\"} {to} {text} \\ \r\n <b>";
        var request = await SendAsync(
            new SmsGatewayOptions { Url = "https://sms.example.com/send", Body = """{"to":"{to}","text":"{text}","ref":"{id}"}""", Headers = { ["X-Key"] = "k" } },
            HttpNotifications.New("+7 812 454-00-02", new MessageField("Wish", evil)));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(["to", "text", "ref"], body.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("+78124540002", body.RootElement.GetProperty("to").GetString());
        Assert.Equal(
            "Fox Travel: message for Anna from +15550001, 12:00. Wish: \",\"to\":\"+1999\"} {to} {text} \\ <b>",
            body.RootElement.GetProperty("text").GetString());
        Assert.Equal("0198c0de00007000800000000000abcd.1", body.RootElement.GetProperty("ref").GetString());
        Assert.Equal("k", request.Headers["X-Key"]);
    }

    [Fact]
    public async Task DeliverAsync_UrlAndForm_AreEscaped()
    {
        var request = await SendAsync(
            new SmsGatewayOptions
            {
                Url = "https://sms.example.com/send/{to}?ref={id}",
                ContentType = "application/x-www-form-urlencoded",
                Body = "text={text}&from=office",
            },
            HttpNotifications.New("+78124540002", new MessageField("Wish", "a&to=+1999#/../")));
        Assert.Equal("/send/%2B78124540002?ref=0198c0de00007000800000000000abcd.1", request.Url.PathAndQuery);
        Assert.EndsWith("a%26to%3D%2B1999%23%2F..%2F&from=office", request.Body, StringComparison.Ordinal);
        Assert.Equal(2, request.Body.Split('&').Length);
    }

    [Fact]
    public async Task DeliverAsync_LongText_IsCutBetweenCharacters()
    {
        var options = new SmsGatewayOptions { Url = "https://sms.example.com/?to={to}", Body = """{"text":"{text}"}""", MaxLength = 100 };
        foreach (var lead in (string[])["", "x"])
        {
            var emoji = string.Concat(Enumerable.Repeat("🦊", 200));
            var request = await SendAsync(options, HttpNotifications.New("+78124540002", new MessageField("Wish", lead + emoji)));
            using var body = JsonDocument.Parse(request.Body);
            var text = body.RootElement.GetProperty("text").GetString()!;
            Assert.InRange(text.Length, 99, 100);
            Assert.EndsWith("🦊…", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DeliverAsync_LongTextWithALink_TheLinkIsKeptWhole()
    {
        var link = new Uri("https://office.example/acknowledge?token=abc");
        var request = await SendAsync(
            new SmsGatewayOptions { Url = "https://sms.example.com/?to={to}", Body = """{"text":"{text}"}""", MaxLength = 120 },
            HttpNotifications.New("+78124540002", new MessageField("Wish", new string('x', 500))) with { AcknowledgeLink = link });
        using var body = JsonDocument.Parse(request.Body);
        var text = body.RootElement.GetProperty("text").GetString()!;
        Assert.Equal(120, text.Length);
        Assert.EndsWith($"x… {link}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@example.com")]
    [InlineData("112")]
    [InlineData("")]
    public async Task DeliverAsync_NoPhoneNumber_FailsForGoodWithoutARequest(string recipient)
    {
        using var server = new ScriptedHandler(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));
        using var channel = new SmsGatewayChannel("sms", new SmsGatewayOptions { Url = "https://x.example/{to}{text}" }, server, new FakeTimeProvider());
        var attempt = await channel.DeliverAsync(HttpNotifications.New(recipient), TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryOutcome.Failed, attempt.Outcome);
        Assert.Empty(server.Requests);
    }

    private static async Task<(HttpMethod Method, Uri Url, string Body, string? ContentType, Dictionary<string, string> Headers)> SendAsync(
        SmsGatewayOptions options, Notification notification)
    {
        Assert.True(new SmsGatewayOptionsValidator().Validate("sms", options).Succeeded);
        using var server = new ScriptedHandler(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted)));
        using var channel = new SmsGatewayChannel("sms", options, server, new FakeTimeProvider());
        Assert.Equal(DeliveryOutcome.Delivered, (await channel.DeliverAsync(notification, TestContext.Current.CancellationToken)).Outcome);
        return Assert.Single(server.Requests);
    }
}
