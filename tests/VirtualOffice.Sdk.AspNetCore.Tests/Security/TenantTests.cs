using System.Net;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Security;

/// <summary>What belongs to one company is not there for people of another, nor for operators who do not serve it: over every endpoint that names a call.</summary>
public sealed class TenantTests : IAsyncLifetime
{
    private DeskOffice _office = null!;
    private CallId _call;
    private MessageId _message;
    private string _draft = "";

    public async ValueTask InitializeAsync()
    {
        _office = await DeskOffice.OpenAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        _office.Mail.Refuse("dispatch@nord-service.example");
        _office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Rita), SimulatedPhone.Answers(TimeSpan.Zero));
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Rita, OperatorPresence.Available, cancellationToken: cancellationToken);
        var talking = new TaskCompletionSource<CallId>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = _office.Office.Events.ReadAllAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var first = events.MoveNextAsync();
        _office.Call(dialled: "+78124550001");
        while (await first)
        {
            if (events.Current is CallJournaled { Event: OfferEnded { Result: OfferResult.Accepted } } journaled)
            {
                talking.SetResult(journaled.Call);
                break;
            }

            first = events.MoveNextAsync();
        }

        _call = await talking.Task;
        var message = await _office.Office.Calls.TakeMessageAsync(_call, new MessageDraft(null, [new MessageField("Message", "Nord's secret")]), cancellationToken: cancellationToken);
        _message = message.Id;
        var nord = _office.Office.Companies.Find(TestCompanies.Nord)!;
        _draft = (await _office.Office.CompanyVersions.SaveDraftAsync(new Companies.CompanyDraft(nord with { Name = "Nord's secret" }, nord.Version), cancellationToken)).Id.ToString();
        await stop.CancelAsync();
        await events.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Endpoint_NamingACallOfAnotherCompany_FindsNothing()
    {
        var asked = 0;
        foreach (var (method, path) in Surface("/desk/api/company/").Where(s => !IsEditing(s.Path)))
        {
            using var fox = _office.As("client:fox-travel");
            using var refused = await fox.SendAsync(new HttpMethod(method), Fill(path));
            Assert.True(refused.StatusCode == HttpStatusCode.NotFound, $"{method} {path}: {(int)refused.StatusCode}");
            using var nord = _office.As("client:nord-service");
            using var found = await nord.SendAsync(new HttpMethod(method), Fill(path));
            Assert.True(found.IsSuccessStatusCode || path.EndsWith("/recording", StringComparison.Ordinal) || path.EndsWith("/waveform", StringComparison.Ordinal), $"{method} {path}: {(int)found.StatusCode}");
            asked++;
        }

        Assert.True(asked >= 4, $"Only {asked} endpoints name a call.");
    }

    [Fact]
    public async Task Endpoint_NamingADraftOrVersionOfAnotherCompany_FindsNothing()
    {
        using var fox = _office.As("client:fox-travel");
        using var nord = _office.As("client:nord-service");
        var asked = 0;
        foreach (var (method, path) in Surface("/desk/api/company/").Where(s => IsEditing(s.Path)))
        {
            using var refused = await fox.SendAsync(new HttpMethod(method), Fill(path), method is "GET" or "DELETE" ? null : new { text = "id: fox-travel", basedOn = "1", revision = 1 });
            Assert.True(refused.StatusCode == HttpStatusCode.NotFound, $"{method} {path}: {(int)refused.StatusCode}");
            asked++;
            if (method == "GET" && path.Contains("{draft}", StringComparison.Ordinal))
            {
                using var found = await nord.SendAsync(HttpMethod.Get, Fill(path));
                Assert.True(found.IsSuccessStatusCode, $"{method} {path}: {(int)found.StatusCode} {await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        Assert.True(asked >= 9, $"Only {asked} endpoints name a draft or a version.");
        Assert.NotNull(await _office.Office.CompanyVersions.FindDraftAsync(TestCompanies.Nord, Companies.DraftId.Parse(_draft), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Endpoint_NamingACallOfAnotherOperator_FindsNothing()
    {
        using var pavel = _office.As("operator:pavel");
        await pavel.OpenAsync();
        await pavel.SnapshotAsync();
        var asked = 0;
        foreach (var (method, path) in Surface("/desk/api/desk/"))
        {
            using var response = await pavel.SendAsync(new HttpMethod(method), Fill(path), method is "GET" or "DELETE" ? null : BodyFor(path));
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            asked++;
        }

        Assert.True(asked >= 10, $"Only {asked} endpoints name a call.");
    }

    [Theory]
    [InlineData("/desk/api/company/calls")]
    [InlineData("/desk/api/company/messages")]
    [InlineData("/desk/api/company/versions")]
    [InlineData("/desk/api/company/document")]
    [InlineData("/desk/api/company/drafts")]
    [InlineData("/desk/api/company")]
    public async Task List_OfAnotherCompany_SaysNothingOfThisOne(string path)
    {
        using var fox = _office.As("client:fox-travel");
        var text = (await fox.GetAsync(path)).ToJsonString();

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nord", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Work_OfAnotherCompany_IsNotListed()
    {
        using var pavel = _office.As("operator:pavel");

        Assert.DoesNotContain("nord", (await pavel.GetAsync("/desk/api/desk/work")).ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    private static object BodyFor(string path) => path switch
    {
        _ when path.EndsWith("/consult", StringComparison.Ordinal) => new { with = "Caller" },
        _ when path.EndsWith("/transfer", StringComparison.Ordinal) => new { employee = "anna" },
        _ when path.EndsWith("/message", StringComparison.Ordinal) => new { fields = new Dictionary<string, string> { ["Message"] = "x" } },
        _ => new { },
    };

    private static bool IsEditing(string path) => path.Contains("{draft}", StringComparison.Ordinal) || path.Contains("{version}", StringComparison.Ordinal);

    private string Fill(string path) => path
        .Replace("{draft}", _draft, StringComparison.Ordinal)
        .Replace("{version}", "of-nord", StringComparison.Ordinal)
        .Replace("{id}", _call.ToString(), StringComparison.Ordinal)
        .Replace("{call}", _call.ToString(), StringComparison.Ordinal)
        .Replace("{message}", _message.ToString(), StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal);

    private IEnumerable<(string Method, string Path)> Surface(string under) => _office.Endpoints
        .Where(e => e.RoutePattern.RawText!.StartsWith(under, StringComparison.Ordinal) && e.RoutePattern.Parameters.Count > 0)
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, e.RoutePattern.RawText!)));
}
