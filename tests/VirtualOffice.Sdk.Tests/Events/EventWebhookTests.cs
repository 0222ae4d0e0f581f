using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Events;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Events;

/// <summary>Events posted to another program: signed, in order, and until they are taken.</summary>
public sealed class EventWebhookTests : IDisposable
{
    private const string Secret = "0123456789abcdef";

    private readonly SimulatedWorld _world = new(1);
    private readonly OfficeEvents _events = new();
    private readonly Receiver _receiver = new();
    private readonly EventWebhookOptions _options = new() { Url = new Uri("https://hooks.example.com/office"), Secret = Secret };
    private readonly CallId _call;

    public EventWebhookTests() => _call = new CallId(_world.Runtime.Ids.NewId());

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public void Events_ArePostedInOrderAndSigned()
    {
        Start();
        Publish("fox-travel", 3);

        Assert.Equal([1, 2, 3], _receiver.Sequences);
        var post = _receiver.Posts[0];
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(Secret));
        var expected = Convert.ToHexStringLower(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{post.Timestamp}.{post.Body}")));
        Assert.Equal($"v1={expected}", post.Signature);
        Assert.Equal(_world.Clock.GetUtcNow().ToUnixTimeSeconds() - 1, long.Parse(post.Timestamp, CultureInfo.InvariantCulture), 1.0);
    }

    [Fact]
    public void NotTaken_IsPostedAgainUnderTheSameIdAndNothingOvertakesIt()
    {
        _receiver.Answers(HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadRequest, null);
        Start();
        Publish("fox-travel", 1);
        Publish("fox-travel", 1, from: 2);
        _world.RunFor(TimeSpan.FromSeconds(30));

        Assert.Equal([1, 1, 1, 1, 2], _receiver.Sequences);
        Assert.Single(_receiver.Posts.Take(4).Select(p => p.Delivery).Distinct());
        Assert.NotEqual(_receiver.Posts[3].Delivery, _receiver.Posts[4].Delivery);
    }

    [Fact]
    public void DeadAddress_AlarmsOnceAndIsToldWhenItIsBack()
    {
        _receiver.IsDead = true;
        Start();
        var alarms = new List<WebhookAlarm>();
        _ = _world.AddHost().Start(async () =>
        {
            await foreach (var e in _events.ReadAllAsync(CancellationToken.None))
            {
                if (e is WebhookAlarm alarm)
                {
                    alarms.Add(alarm);
                }
            }
        });
        Publish("fox-travel", 1);
        _world.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal("500 Internal Server Error", Assert.Single(alarms).Problem);
        Assert.InRange(_receiver.Posts.Count, 10, 20);

        _receiver.IsDead = false;
        _world.RunFor(TimeSpan.FromMinutes(2));
        Assert.Equal([false, true], alarms.Select(a => a.Problem is null));
    }

    [Fact]
    public void OneCompany_AndSomeTypes_AreAllThatIsPosted()
    {
        _options.Company = CompanyId.Parse("fox-travel");
        _options.Types.Add("call.callEnded");
        Start();
        Publish("fox-travel", 2);
        Publish("owl", 2);
        _events.Publish(new CallJournaled(_call, 9, new CallPlanned(_world.Clock.GetUtcNow(), CompanyId.Parse("fox-travel"), "v1", false, true)));
        _events.Publish(new CallJournaled(_call, 10, new CallEnded(_world.Clock.GetUtcNow(), new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation))));
        _world.RunFor(TimeSpan.FromSeconds(5));
        Assert.Equal([10], _receiver.Sequences);
    }

    [Theory]
    [InlineData(null, "0123456789abcdef", "call.*", "Url")]
    [InlineData("http://hooks.example.com/", "0123456789abcdef", "call.*", "Url")]
    [InlineData("https://hooks.example.com/", "short", "call.*", "Secret")]
    [InlineData("https://hooks.example.com/", "0123456789abcdef", "calls", "Types has 'calls'")]
    public void Options_Wrong_AreRefusedByName(string? url, string secret, string type, string problem)
    {
        var options = new EventWebhookOptions { Url = url is null ? null : new Uri(url), Secret = secret };
        options.Types.Add(type);
        Assert.Contains(problem, new EventWebhookOptionsValidator().Validate("events", options).FailureMessage);
    }

    private void Start()
    {
        var log = new EventLog(_events, _ => null, _world.Runtime);
        var host = _world.AddHost();
        var webhook = new EventWebhook("events", _options, _receiver, log, _events, new OfficeInstruments(), _world.Clock, NullLogger<EventWebhook>.Instance);
        _ = host.Start(() => log.RunAsync(CancellationToken.None));
        _ = host.Start(() => webhook.RunAsync(CancellationToken.None));
        _world.RunFor(TimeSpan.FromSeconds(1));
    }

    private void Publish(string company, int count, int from = 1)
    {
        var call = company == "fox-travel" ? _call : new CallId(_world.Runtime.Ids.NewId());
        for (var i = 0; i < count; i++)
        {
            _events.Publish(new CallJournaled(call, from + i, new CallPlanned(_world.Clock.GetUtcNow(), CompanyId.Parse(company), "v1", false, true)));
        }

        _world.RunFor(TimeSpan.FromMilliseconds(100));
    }

    private sealed record Post(string Delivery, string Timestamp, string Signature, string Body);

    private sealed class Receiver : HttpMessageHandler
    {
        private readonly Queue<HttpStatusCode?> _answers = new();

        public List<Post> Posts { get; } = [];

        public bool IsDead { get; set; }

        public IEnumerable<long> Sequences => Posts.SelectMany(p => JsonNode.Parse(p.Body)!["events"]!.AsArray()).Select(e => (long)e!["sequence"]!);

        public void Answers(params HttpStatusCode?[] answers)
        {
            foreach (var answer in answers)
            {
                _answers.Enqueue(answer);
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Posts.Add(new Post(
                request.Headers.GetValues("VirtualOffice-Delivery").Single(),
                request.Headers.GetValues("VirtualOffice-Timestamp").Single(),
                request.Headers.GetValues("VirtualOffice-Signature").Single(),
                await request.Content!.ReadAsStringAsync(cancellationToken)));
            if (IsDead)
            {
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
            }

            return _answers.TryDequeue(out var answer)
                ? answer is { } status ? new HttpResponseMessage(status) : throw new HttpRequestException("connection refused")
                : new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
