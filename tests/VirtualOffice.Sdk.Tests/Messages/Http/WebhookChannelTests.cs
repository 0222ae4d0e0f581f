using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk.Tests.Messages.Http;

public sealed class WebhookChannelTests : IDisposable
{
    private const string Secret = "sixteen characters";

    private readonly FakeTimeProvider _clock = new(HttpNotifications.Noon);
    private readonly ScriptedHandler _server;
    private readonly WebhookChannel _channel;
    private Func<CancellationToken, Task<HttpResponseMessage>> _answer = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));

    public WebhookChannelTests()
    {
        _server = new ScriptedHandler(token => _answer(token));
        _channel = new WebhookChannel("webhook", new WebhookOptions { Url = new Uri("https://example.com/in"), Secret = Secret }, _server, _clock);
    }

    public void Dispose()
    {
        _channel.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task DeliverAsync_Accepted_IsSignedOverTimeAndBody()
    {
        var notification = HttpNotifications.New("crm", new MessageField("Wish", "a \"quote\""));
        var attempt = await _channel.DeliverAsync(notification, TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryOutcome.Delivered, attempt.Outcome);
        var request = Assert.Single(_server.Requests);
        var time = _clock.GetUtcNow().ToUnixTimeSeconds();
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{request.Body}"));
        Assert.Equal($"v1={Convert.ToHexStringLower(expected)}", request.Headers["VirtualOffice-Signature"]);
        Assert.Equal($"{time}", request.Headers["VirtualOffice-Timestamp"]);
        Assert.Equal(notification.Delivery.Id.ToString(), request.Headers["VirtualOffice-Delivery"]);
        Assert.Equal((HttpMethod.Post, "application/json"), (request.Method, request.ContentType));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal("crm", body.RootElement.GetProperty("delivery").GetProperty("recipient").GetString());
        Assert.Equal("a \"quote\"", body.RootElement.GetProperty("message").GetProperty("fields")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task DeliverAsync_Repeated_HasTheSameBodyAndIdAndANewTime()
    {
        var notification = HttpNotifications.New("crm", new MessageField("Wish", "call"));
        await _channel.DeliverAsync(notification, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _channel.DeliverAsync(notification with { Delivery = notification.Delivery with { Attempts = 1, LastError = "503" } }, TestContext.Current.CancellationToken);
        Assert.Equal(_server.Requests[0].Body, _server.Requests[1].Body);
        Assert.Equal(_server.Requests[0].Headers["VirtualOffice-Delivery"], _server.Requests[1].Headers["VirtualOffice-Delivery"]);
        Assert.NotEqual(_server.Requests[0].Headers["VirtualOffice-Signature"], _server.Requests[1].Headers["VirtualOffice-Signature"]);
    }

    [Theory]
    [InlineData(200, DeliveryOutcome.Delivered)]
    [InlineData(204, DeliveryOutcome.Delivered)]
    [InlineData(302, DeliveryOutcome.Failed)]
    [InlineData(400, DeliveryOutcome.Failed)]
    [InlineData(401, DeliveryOutcome.Failed)]
    [InlineData(408, DeliveryOutcome.RetryLater)]
    [InlineData(410, DeliveryOutcome.Failed)]
    [InlineData(425, DeliveryOutcome.RetryLater)]
    [InlineData(429, DeliveryOutcome.RetryLater)]
    [InlineData(500, DeliveryOutcome.RetryLater)]
    [InlineData(503, DeliveryOutcome.RetryLater)]
    public async Task DeliverAsync_Status_DecidesTheOutcome(int status, DeliveryOutcome outcome)
    {
        _answer = _ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status));
        Assert.Equal(outcome, (await _channel.DeliverAsync(HttpNotifications.New("crm"), TestContext.Current.CancellationToken)).Outcome);
    }

    [Fact]
    public async Task DeliverAsync_Refused_TellsWhatTheOtherSideSays()
    {
        _answer = _ =>
        {
            var busy = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("come\r\nlater " + new string('x', 5000)) };
            busy.Headers.Add("Retry-After", "120");
            return Task.FromResult(busy);
        };
        var attempt = await _channel.DeliverAsync(HttpNotifications.New("crm"), TestContext.Current.CancellationToken);
        Assert.StartsWith("503 Service Unavailable (Retry-After: 120): come  later xxx", attempt.Detail, StringComparison.Ordinal);
        Assert.InRange(attempt.Detail!.Length, 300, 400);
    }

    [Fact]
    public async Task DeliverAsync_NoNetwork_IsTriedAgain()
    {
        _answer = _ => throw new HttpRequestException("Connection refused");
        Assert.Equal(DeliveryAttempt.RetryLater("Connection refused"), await _channel.DeliverAsync(HttpNotifications.New("crm"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DeliverAsync_NoAnswer_IsTriedAgainAfterTheTimeout()
    {
        _answer = Never;
        var attempt = _channel.DeliverAsync(HttpNotifications.New("crm"), TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(attempt.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(DeliveryAttempt.RetryLater("There was no answer within 15 s."), await attempt);
    }

    [Fact]
    public async Task DeliverAsync_HostStops_IsCancelledAndNoResult()
    {
        _answer = Never;
        using var stop = new CancellationTokenSource();
        var attempt = _channel.DeliverAsync(HttpNotifications.New("crm"), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => attempt);
    }

    private static async Task<HttpResponseMessage> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return new HttpResponseMessage();
    }
}
