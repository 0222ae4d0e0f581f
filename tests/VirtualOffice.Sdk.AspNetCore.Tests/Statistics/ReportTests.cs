using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Statistics;

/// <summary>Reports over any time, from what is stored.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private static readonly DateTimeOffset March1 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private DeskOffice _office = null!;
    private int _calls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync();

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Report_CallsOfPastDays_AreAddedUpByCompanyAndDay()
    {
        // More than a page of each day, and days before and after that are not asked for.
        foreach (var day in Enumerable.Range(0, 4))
        {
            for (var i = 0; i < 300; i++)
            {
                await KeepAsync(i % 3 == 0 ? TestCompanies.Nord : TestCompanies.Fox, March1.AddDays(day).AddSeconds(i), waits: 10, isAnswered: i % 2 == 0);
            }
        }

        using var boss = _office.As("supervisor");
        var report = await boss.GetAsync("/desk/api/board/reports/service?from=2026-03-02&until=2026-03-04");

        Assert.Equal(
            [("fox-travel", "2026-03-02", 200, 100, 100), ("fox-travel", "2026-03-03", 200, 100, 100), ("nord-service", "2026-03-02", 100, 50, 50), ("nord-service", "2026-03-03", 100, 50, 50)],
            Rows(report, "intervals").Select(r => (Text(r, "company"), Text(r, "date"), Count(r, "offered"), Count(r, "answered"), Count(r, "abandoned"))));
        Assert.Equal([("fox-travel", 400), ("nord-service", 200)], Rows(report, "companies").Select(r => (Text(r, "company"), Count(r, "offered"))));
        Assert.All(Rows(report, "companies"), r => Assert.Equal((1.0, 1.0, 10.0, 60.0), (Number(r, "ofAnswered"), Number(r, "ofAll"), Number(r, "averageAnswerSeconds"), Number(r, "averageHandleSeconds"))));
        Assert.Equal(20, Number(report, "thresholdSeconds"));
    }

    [Fact]
    public async Task Report_ByHalfHour_HasThoseWithCalls()
    {
        await KeepAsync(TestCompanies.Fox, March1, waits: 30, isAnswered: true);
        await KeepAsync(TestCompanies.Fox, March1.AddMinutes(29), waits: 10, isAnswered: false);
        await KeepAsync(TestCompanies.Fox, March1.AddMinutes(30), waits: 10, isAnswered: true);

        using var admin = _office.As("admin");
        var report = await admin.GetAsync("/api/v1/reports/service?from=2026-03-01&until=2026-03-02&by=halfHour&company=fox-travel");

        Assert.Equal([(2, 0.0, 0.5), (1, 1.0, 1.0)], Rows(report, "intervals").Select(r => (Count(r, "offered"), Number(r, "ofAnswered"), Number(r, "ofAll"))));
    }

    [Fact]
    public async Task Report_OfAClient_IsOfTheOwnCompanyAlone()
    {
        await KeepAsync(TestCompanies.Fox, March1, waits: 10, isAnswered: true);
        await KeepAsync(TestCompanies.Nord, March1, waits: 10, isAnswered: true);

        using var fox = _office.As("client:fox-travel");
        var report = await fox.GetAsync("/desk/api/company/reports/service?from=2026-03-01&until=2026-03-02&company=nord-service");

        Assert.Equal("fox-travel", Text(Assert.Single(Rows(report, "companies")), "company"));
        Assert.DoesNotContain("nord", report.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfATimeWithoutCalls_IsEmpty()
    {
        using var boss = _office.As("supervisor");
        var report = await boss.GetAsync("/desk/api/board/reports/service?from=2020-01-01&until=2020-12-31");

        Assert.Empty(Rows(report, "intervals"));
        Assert.Empty(Rows(report, "companies"));
    }

    [Theory]
    [InlineData("", "'from' and 'until' must be days")]
    [InlineData("?from=2026-03-01", "'from' and 'until' must be days")]
    [InlineData("?from=2026-03-01&until=2026-03-01", "'until' is 2026-03-01; allowed is a day after 'from', 2026-03-01.")]
    [InlineData("?from=2025-03-01&until=2026-03-03", "The report is of 367 days; allowed are at most 366 by day.")]
    [InlineData("?from=2026-03-01&until=2026-04-02&by=halfHour", "The report is of 32 days; allowed are at most 31 by half hour.")]
    [InlineData("?from=2026-03-01&until=2026-03-02&by=week", "'by' is 'week'; allowed is one of Day, HalfHour")]
    [InlineData("?from=2026-03-01&until=2026-03-02&company=Fox!", "'company' is 'Fox!'; allowed is a company's id.")]
    public async Task Report_WrongQuestion_SaysWhatIsAllowed(string query, string problem)
    {
        using var boss = _office.As("supervisor");
        using var response = await boss.SendAsync(HttpMethod.Get, "/desk/api/board/reports/service" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(problem, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<JsonNode> Rows(JsonNode report, string name) => [.. report[name]!.AsArray().Select(r => r!)];

    private static string Text(JsonNode row, string name) => row[name]!.GetValue<string>();

    private static int Count(JsonNode row, string name) => row[name]!.GetValue<int>();

    private static double Number(JsonNode row, string name) => row[name]!.GetValue<double>();

    /// <summary>Keeps a call of the past in the journal, answered for a minute or given up.</summary>
    private async Task KeepAsync(CompanyId company, DateTimeOffset at, int waits, bool isAnswered)
    {
        var call = new CallId(Guid.CreateVersion7(at));
        var answered = at.AddSeconds(waits);
        var leg = new LegId("simulated", $"past-{++_calls}");
        var offer = OfferId.Parse(Guid.CreateVersion7(at).ToString());
        List<CallEvent> events =
        [
            new CallReceived(at, leg, "", "+78124540001", CallerId.Withheld),
            new CallPlanned(at, company, "v1", HasGreeting: false, IsOpen: true),
            new CallAnswered(at),
            new CallQueued(at, at),
        ];
        events.AddRange(isAnswered
            ?
            [
                new OfferMade(at, offer, TestCompanies.Olga, new LegId("simulated", $"op-{_calls}")),
                new OfferEnded(answered, offer, OfferResult.Accepted),
                new CallEnded(answered.AddMinutes(1), new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation)),
                new CallClosed(answered.AddMinutes(1)),
            ]
            : [new CallEnded(answered, new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Queue, TimeSpan.FromSeconds(waits))), new CallClosed(answered)]);
        await _office.Services.GetRequiredService<ICallJournal>().AppendAsync(new JournalAppend(call, 0, events, []), Cancel);
    }
}
