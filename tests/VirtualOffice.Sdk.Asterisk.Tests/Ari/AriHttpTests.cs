using System.Net;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Ari;

public sealed class AriHttpTests : IDisposable
{
    private readonly StubHandler _asterisk = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly AsteriskInstruments _instruments = new();
    private readonly AriHttp _http;
    private readonly AriClient _ari;

    public AriHttpTests()
    {
        var options = new AsteriskOptions { Url = new Uri("http://127.0.0.1:8088"), User = "user", Password = "secret" };
        _http = new AriHttp("main", options, new OfficeRuntime { Clock = _clock, Ids = new TestIds(), Random = new Random(1) }, _instruments, _asterisk);
        _ari = new AriClient(_http, "voffice");
    }

    public void Dispose()
    {
        _http.Dispose();
        _instruments.Dispose();
        _asterisk.Dispose();
    }

    [Fact]
    public async Task Request_Password_IsInTheHeaderOnly()
    {
        await _ari.AnswerAsync("1.2", Cancellation);
        Assert.Equal("Basic dXNlcjpzZWNyZXQ=", _asterisk.Authorization);
        Assert.Equal(["POST channels/1.2/answer"], _asterisk.Requests);
    }

    [Fact]
    public async Task Request_IdWithCharactersOfAnAddress_IsEscaped()
    {
        await _ari.AnswerAsync("a/b?c#d&e ../f", Cancellation);
        Assert.Equal("POST channels/a%2Fb%3Fc%23d%26e%20..%2Ff/answer", Assert.Single(_asterisk.Requests));
    }

    [Fact]
    public async Task Command_NoAnswerInTime_IsUnavailable()
    {
        _asterisk.Answer = async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException();
        };
        var answer = _ari.AnswerAsync("1.2", Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(answer.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(TelephonyError.Unavailable, (await Assert.ThrowsAsync<TelephonyException>(() => answer)).Error);
    }

    [Fact]
    public async Task Command_CancelledByTheCaller_IsCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        _asterisk.Answer = async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException();
        };
        var answer = _ari.AnswerAsync("1.2", cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, TelephonyError.AccessDenied)]
    [InlineData(HttpStatusCode.Forbidden, TelephonyError.AccessDenied)]
    [InlineData(HttpStatusCode.ServiceUnavailable, TelephonyError.Unavailable)]
    public async Task Command_Status_IsTranslated(HttpStatusCode status, TelephonyError error)
    {
        _asterisk.Answer = (_, _) => Task.FromResult(new HttpResponseMessage(status));
        var failed = await Assert.ThrowsAsync<TelephonyException>(() => _ari.AnswerAsync("1.2", Cancellation));
        Assert.Equal(error, failed.Error);
        Assert.DoesNotContain("secret", failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, CommandResult.Done)]
    [InlineData(HttpStatusCode.Created, CommandResult.Done)]
    [InlineData(HttpStatusCode.NotFound, CommandResult.Gone)]
    [InlineData(HttpStatusCode.Conflict, CommandResult.Gone)]
    public void Result_Status_IsDoneOrGone(HttpStatusCode status, CommandResult result) => Assert.Equal(result, _ari.Result("answer", new AriAnswer(status, null)));

    [Theory]
    [InlineData("""{"message":"Invalid reason"}""", "Invalid reason")]
    [InlineData("""{"error":"Allocation failed"}""", "Allocation failed")]
    [InlineData("<html>", "no reason given")]
    public async Task Result_Refusal_SaysWhatAsteriskSaid(string body, string expected)
    {
        _asterisk.Answer = (_, _) => Task.FromResult(StubHandler.Json(HttpStatusCode.BadRequest, body));
        var answer = await _ari.AnswerAsync("1.2", Cancellation);
        var refused = Assert.Throws<TelephonyException>(() => _ari.Result("answer", answer));
        Assert.Equal(TelephonyError.Refused, refused.Error);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ThatMayBeRepeated_IsTriedAgainWhenTheConnectionBreaks()
    {
        var sent = 0;
        _asterisk.Answer = (_, _) => ++sent < 3 ? throw new HttpRequestException("reset") : Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        var answer = _ari.AnswerAsync("1.2", Cancellation);
        await Eventually.HoldsAsync("it is answered", () =>
        {
            // Far fewer times than the command's time-out lasts.
            _clock.Advance(TimeSpan.FromMilliseconds(5));
            return answer.IsCompleted;
        });

        Assert.True((await answer).IsSuccess);
        Assert.Equal(3, _asterisk.Requests.Count);
    }

    [Fact]
    public async Task Command_ThatMustNotBeRepeated_IsSentOnce()
    {
        _asterisk.Answer = (_, _) => throw new HttpRequestException("reset");
        var failed = await Assert.ThrowsAsync<TelephonyException>(() => _ari.DialAsync("1.2", 5, Cancellation));
        Assert.Equal(TelephonyError.Unavailable, failed.Error);
        Assert.Single(_asterisk.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8088", "http://127.0.0.1:8088/ari/", "ws://127.0.0.1:8088/ari/events?app=voffice")]
    [InlineData("http://127.0.0.1:8088/ari/", "http://127.0.0.1:8088/ari/", "ws://127.0.0.1:8088/ari/events?app=voffice")]
    [InlineData("https://pbx.example/asterisk", "https://pbx.example/asterisk/ari/", "wss://pbx.example/asterisk/ari/events?app=voffice")]
    public void Address_Url_WithOrWithoutAri(string url, string rest, string events)
    {
        var address = new AriAddress(new AsteriskOptions { Url = new Uri(url), User = "user", Password = "secret" });
        Assert.Equal(rest, address.Rest.AbsoluteUri);
        Assert.Equal(events, address.Events.AbsoluteUri);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
