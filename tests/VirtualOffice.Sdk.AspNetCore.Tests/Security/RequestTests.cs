using System.Net;
using System.Text;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Security;

public sealed class RequestTests
{
    [Theory]
    [InlineData("", "not as expected")]
    [InlineData("null", "null")]
    [InlineData("{", "not as expected")]
    [InlineData("[]", "not as expected")]
    [InlineData("""{"state":5}""", "not as expected")]
    [InlineData("""{"state":"Available","state":"Break"}""", "not as expected")]
    [InlineData("""{"state":"Asleep"}""", "allowed are Offline, Available, Break")]
    public async Task Body_NotAsExpected_IsSaidInWords(string body, string said)
    {
        await using var office = await DeskOffice.OpenAsync();
        using var olga = office.As("operator:olga");
        await olga.OpenAsync();

        using var response = await olga.SendAsync(HttpMethod.Post, "/desk/api/desk/state", new StringContent(body, Encoding.UTF8, "application/json"));

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Body_TooLarge_IsRefused()
    {
        await using var office = await DeskOffice.OpenAsync(desk => desk.MaxRequestBytes = 16 * 1024);
        using var olga = office.As("operator:olga");
        await olga.OpenAsync();

        using var response = await olga.SendAsync(HttpMethod.Post, "/desk/api/desk/state", new { state = "Break", reason = new string('x', 20_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Requests_TooMany_AreRefused()
    {
        await using var office = await DeskOffice.OpenAsync(desk => desk.RequestsPerMinute = 60);
        using var supervisor = office.As("supervisor");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 90; i++)
        {
            using var response = await supervisor.SendAsync(HttpMethod.Get, "/desk/api/board/calls?limit=x");
            answers.Add(response.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task Page_ItsFiles_AreAnsweredWithATag()
    {
        await using var office = await DeskOffice.OpenAsync();
        using var anybody = office.As("");
        using var first = await anybody.SendAsync(HttpMethod.Get, "/desk/desk.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk/desk.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await anybody.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Contains("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
