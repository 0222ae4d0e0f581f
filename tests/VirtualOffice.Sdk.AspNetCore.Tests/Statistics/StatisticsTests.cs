using System.Net;
using VirtualOffice.Sdk.AspNetCore.Statistics;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Statistics;

/// <summary>The charts of the day.</summary>
public sealed class StatisticsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Threshold = TimeSpan.FromSeconds(20);
    private static readonly string[] Companies = ["", "?company=fox-travel", "?company=nord-service"];

    [Fact]
    public void Count_CallsOfEveryKind_AreInTheIntervalTheyCameIn()
    {
        OfferedCall[] calls =
        [
            Call(0, answeredAfter: 10), Call(899, answeredAfter: 60), Call(900, abandonedAfter: 5), Call(901, abandonedAfter: 50), Call(1000), Call(-1, answeredAfter: 5), Call(4000, answeredAfter: 5),
        ];

        var counted = IntervalTally.Count(calls, Noon, Noon.AddSeconds(1830), Quarter, Threshold);

        Assert.Equal([(2, 2, 1, 0, 0), (3, 0, 0, 2, 1), (0, 0, 0, 0, 0)], counted.Select(c => (c.Offered, c.Answered, c.AnsweredInTime, c.Abandoned, c.AbandonedInTime)));
        Assert.Equal([0.5, 0.5, null], counted.Select(c => c.OfAll));
        Assert.Equal([0.5, null, null], counted.Select(c => c.OfAnswered));
        Assert.Equal([60, 830, null], counted.Select(c => c.LongestWaitSeconds));
    }

    [Fact]
    public async Task Statistics_CallsAnsweredGivenUpAndWaiting_AreCounted_AlsoThoseBeforeItWasAsked()
    {
        await using var office = await DeskOffice.OpenAsync();
        office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Olga), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(50)));
        await office.Office.Operators.SetPresenceAsync(TestCompanies.Olga, OperatorPresence.Available, cancellationToken: TestContext.Current.CancellationToken);
        var first = office.Call();
        await office.UntilAsync(() => first.Hears?.Kind == SoundKind.Parties);
        first.HangUp();
        await office.UntilAsync(async () => (await RecordsAsync(office)).Count(r => r.IsClosed) == 1);
        using var supervisor = office.As("supervisor");
        Assert.Equal((1, 1, 0, 0), await SumAsync(supervisor, ""));

        // After the call there is nobody for the next two: one gives up, one waits.
        var second = office.Call("+79215550102");
        await office.UntilAsync(async () => (await RecordsAsync(office)).Any(r => r is { Outcome: null, EnqueuedAt: not null }));
        second.HangUp();
        await office.UntilAsync(async () => (await RecordsAsync(office)).Count(r => r.Outcome is not null) == 2);
        office.Call("+79215550103", dialled: "+78124550001");
        await office.UntilAsync(async () => (await RecordsAsync(office)).Any(r => r is { Outcome: null, EnqueuedAt: not null }));
        await office.UntilAsync(async () => await SumAsync(supervisor, Companies[0]) == (3, 1, 1, 1));

        Assert.Equal((2, 1, 1, 0), await SumAsync(supervisor, Companies[1]));
        Assert.Equal((1, 0, 0, 1), await SumAsync(supervisor, Companies[2]));
        using var client = office.As("client:fox-travel");
        Assert.Equal("fox-travel", (await client.GetAsync("/desk/api/company/statistics"))["company"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("?minutes=7", HttpStatusCode.BadRequest, "allowed is 5, 10, 15, 30, 60")]
    [InlineData("?from=2001-01-01T00:00:00Z", HttpStatusCode.BadRequest, "within the last 25 hours")]
    [InlineData("?company=nobody", HttpStatusCode.NotFound, "no company 'nobody'")]
    public async Task Statistics_OfARequestThatIsNotValid_SayWhatIsAllowed(string query, HttpStatusCode status, string why)
    {
        await using var office = await DeskOffice.OpenAsync();
        using var supervisor = office.As("supervisor");

        using var response = await supervisor.SendAsync(HttpMethod.Get, "/desk/api/board/statistics" + query);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(why, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static OfferedCall Call(int at, int? answeredAfter = null, int? abandonedAfter = null)
    {
        var came = Noon.AddSeconds(at);
        DateTimeOffset? answered = answeredAfter is { } a ? came.AddSeconds(a) : null, abandoned = abandonedAfter is { } b ? came.AddSeconds(b) : null;
        return new OfferedCall(TestCompanies.Fox, came, answered, abandoned, answered ?? abandoned);
    }

    private static Task<IReadOnlyList<CallRecord>> RecordsAsync(DeskOffice office) => office.Office.Calls.ListAsync(new CallQuery(TenantScope.Office), TestContext.Current.CancellationToken);

    private static async Task<(int Offered, int Answered, int Abandoned, int Waiting)> SumAsync(DeskClient client, string query)
    {
        var day = await client.GetAsync("/desk/api/board/statistics" + query);
        var intervals = day["intervals"]!.AsArray();
        int Sum(string name) => intervals.Sum(i => i![name]!.GetValue<int>());
        return (Sum("offered"), Sum("answered"), Sum("abandoned"), day["waiting"]!.GetValue<int>());
    }
}
