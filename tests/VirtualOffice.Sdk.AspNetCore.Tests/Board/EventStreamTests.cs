using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Board;

/// <summary>What happens, as server-sent events: for whom it is, and from where it was left.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private const string Fox = "+78124540001";
    private const string Nord = "+78124550001";

    private DeskOffice _office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync();

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("admin", "/api/v1/events")]
    [InlineData("supervisor", "/desk/api/board/events")]
    public async Task Office_SeesEveryCompanysCallsFromNowOn(string person, string path)
    {
        var (read, _) = await ListenAsync(person, path, () =>
        {
            _office.Call(dialled: Fox);
            _office.Call(dialled: Nord);
        }, until: events => Companies(events).Count == 2);

        Assert.Equal("ready", read[0].EventType);
        Assert.Equal(["fox-travel", "nord-service"], Companies(read));
        Assert.All(read.Skip(1), e => Assert.Equal(e.EventId, (string?)JsonNode.Parse(e.Data)!["id"]));
    }

    [Theory]
    [InlineData("client:fox-travel", "/desk/api/company/events", "fox-travel")]
    [InlineData("client:nord-service", "/desk/api/company/events", "nord-service")]
    [InlineData("admin", "/api/v1/events?company=nord-service", "nord-service")]
    public async Task Company_SeesItsOwnCallsAlone(string person, string path, string company)
    {
        // The other company's call comes first: it would be read before what is waited for.
        var (read, _) = await ListenAsync(person, path, () =>
        {
            _office.Call(dialled: company == "fox-travel" ? Nord : Fox);
            _office.Call(dialled: company == "fox-travel" ? Fox : Nord);
        }, until: events => Companies(events).Count > 0);

        Assert.Equal([company], Companies(read));
        Assert.DoesNotContain(read, e => e.EventType is "operator.changed" or "call.offerMade");
    }

    [Fact]
    public async Task LastEventId_GoesOnBehindIt()
    {
        var (first, _) = await ListenAsync("supervisor", "/desk/api/board/events", () => _office.Call(dialled: Fox), until: events => events.Any(e => e.EventType == "call.callPlanned"));
        var planned = first.Last(e => e.EventType == "call.callPlanned");
        _office.Call(dialled: Nord);
        var (rest, _) = await ListenAsync("supervisor", "/desk/api/board/events", () => { }, until: events => events.Any(e => e.EventType == "call.callPlanned"), planned.EventId);

        Assert.DoesNotContain(rest, e => e.EventId == planned.EventId);
        Assert.Equal("nord-service", (string?)JsonNode.Parse(rest.First(e => e.EventType == "call.callPlanned").Data)!["company"]);
        Assert.DoesNotContain(rest, e => e.EventType == IEventLog.MissedType);
    }

    [Fact]
    public async Task LastEventId_OfAnotherRun_SaysThatEventsWereMissed()
    {
        var (read, response) = await ListenAsync("supervisor", "/desk/api/board/events", () => { }, until: events => events.Any(e => e.EventType == IEventLog.MissedType), "1a2b-7");
        Assert.Equal(("text/event-stream", true), (response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.NoStore));
        Assert.Equal(["ready", IEventLog.MissedType], read.Take(2).Select(e => e.EventType));
    }

    private static IReadOnlyList<string> Companies(IEnumerable<SseItem<string>> events) =>
        [.. events.Select(e => (string?)JsonNode.Parse(e.Data)!["company"]).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads until what is waited for has come; what is done begins when the stream is open.</summary>
    private async Task<(List<SseItem<string>> Read, HttpResponseMessage Response)> ListenAsync(string person, string path, Action act, Func<List<SseItem<string>>, bool> until, string? last = null)
    {
        using var client = _office.As(person);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        List<SseItem<string>> read = [];
        await using var stream = await response.Content.ReadAsStreamAsync(Cancel);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Cancel))
        {
            read.Add(item);
            if (read.Count == 1)
            {
                act();
            }

            if (until(read))
            {
                break;
            }
        }

        return (read, response);
    }
}
