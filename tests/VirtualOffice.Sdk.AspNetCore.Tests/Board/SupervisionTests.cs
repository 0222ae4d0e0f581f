using System.Net;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Board;

/// <summary>What a supervisor does from the board with others' calls.</summary>
public sealed class SupervisionTests : IAsyncLifetime
{
    private static readonly string[] Both = ["nord-service", "fox-travel"];

    private DeskOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync();

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task TakeOver_CallOfAnother_RingsAtTheSupervisorsOwnPhone()
    {
        var call = await TalkAsync();
        using var supervisor = _office.As("supervisor:pavel");
        _office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Pavel), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Pavel, OperatorPresence.Available, cancellationToken: TestContext.Current.CancellationToken);

        using var response = await supervisor.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/take-over");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await _office.UntilAsync(async () => await FindAsync(call) is { Stage: CallStage.Conversation } record && record.Operator == TestCompanies.Pavel);
    }

    [Fact]
    public async Task Offer_ToSomebodyWhoDoesNotServeTheCompany_IsRefusedWithTheReason()
    {
        var call = await TalkAsync();
        using var supervisor = _office.As("supervisor");
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Rita, OperatorPresence.Available, cancellationToken: TestContext.Current.CancellationToken);

        using var response = await supervisor.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/offer", new { @operator = "rita" });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("does not serve company 'fox-travel'", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(TestCompanies.Olga, (await FindAsync(call))!.Operator);
    }

    [Fact]
    public async Task Listen_ThenJoin_OnTheBoardAndOnTheLine()
    {
        var call = await TalkAsync();
        using var supervisor = _office.As("supervisor+listen+barge:pavel");
        _office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Pavel), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));

        await supervisor.PostAsync($"/desk/api/board/calls/{call}/listen", new { });
        await _office.UntilAsync(() => Ear is { Hears.Kind: SoundKind.Parties });
        Assert.DoesNotContain(Ear!.Leg, Caller.Hears!.Parties);
        Assert.Contains("\"Listen\"", (await supervisor.GetAsync("/desk/api/board"))["listeners"]!.ToJsonString(), StringComparison.Ordinal);

        using var whisper = await supervisor.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/whisper", new { });
        Assert.Equal(HttpStatusCode.Forbidden, whisper.StatusCode);
        await supervisor.PostAsync($"/desk/api/board/calls/{call}/barge", new { });
        await _office.UntilAsync(() => Caller.Hears!.Parties.Contains(Ear!.Leg));

        using var stopped = await supervisor.SendAsync(HttpMethod.Delete, "/desk/api/board/listening");
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        await _office.UntilAsync(() => Ear is null);
        Assert.Equal(CallStage.Conversation, (await FindAsync(call))!.Stage);
    }

    [Fact]
    public async Task Message_OfACallThatIsOver_IsTakenOnceFromWhatTheOperatorLeft()
    {
        var call = await TalkAsync();
        using var olga = _office.As("operator:olga");
        await olga.OpenAsync();
        using var kept = await olga.SendAsync(HttpMethod.Put, $"/desk/api/desk/calls/{call}/draft", new { text = "two rooms" });
        Caller.HangUp();
        await _office.UntilAsync(async () => await FindAsync(call) is { IsClosed: true });
        using var supervisor = _office.As("supervisor");

        var unwritten = (await supervisor.GetAsync($"/desk/api/board/calls/{call}"))["unwritten"]!;
        Assert.Equal("two rooms", unwritten["draft"]!["text"]!.GetValue<string>());
        var message = new { employee = "vera", fields = new { Message = "two rooms" } };
        using var first = await supervisor.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/message", message, "late-1");
        using var again = await supervisor.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/message", message, "late-1");
        using var own = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", new { fields = new { Message = "and the dogs" } }, "late-2");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, own.StatusCode));
        Assert.Equal(["two rooms", "and the dogs"], (await FindAsync(call))!.Messages.Select(m => m.Fields[0].Value));
        Assert.Equal(CallOutcomeKind.Completed, (await FindAsync(call))!.Outcome!.Kind);
    }

    [Fact]
    public async Task Message_WrittenDownWrong_IsCorrectedOnce()
    {
        var call = await TalkAsync();
        using var olga = _office.As("operator:olga");
        await olga.OpenAsync();
        using var taken = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", new { employee = "vera", fields = new { Message = "two rooms" } }, "message-1");
        var wrong = (await FindAsync(call))!.Messages.Single().Id;
        var correction = new { employee = "vera", fields = new { Message = "three rooms" }, urgency = "Urgent", corrects = wrong.ToString() };

        using var corrected = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", correction, "message-2");
        using var second = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", correction, "message-3");
        using var unknown = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", correction with { corrects = "the last one" }, "message-4");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (corrected.StatusCode, second.StatusCode, unknown.StatusCode));
        Caller.HangUp();
        await _office.UntilAsync(async () => await FindAsync(call) is { IsClosed: true });
        using var supervisor = _office.As("supervisor");
        var messages = (await supervisor.GetAsync($"/desk/api/board/calls/{call}"))["call"]!["messages"]!.AsArray();
        Assert.Equal([null, wrong.ToString()], messages.Select(m => m!["corrects"]?.GetValue<string>()));
        Assert.Equal(["Routine", "Urgent"], messages.Select(m => m!["urgency"]!.GetValue<string>()));
        using var fox = _office.As("client:fox-travel");
        var items = (await fox.GetAsync("/desk/api/company/messages"))["messages"]!.AsArray();
        Assert.NotNull(items[0]!["acknowledgedAt"]);
        Assert.Null(items[0]!["acknowledgedBy"]);
        Assert.Null(items[1]!["acknowledgedAt"]);
        foreach (var log in new[] { await supervisor.GetAsync($"/desk/api/board/calls/{call}/messages/{wrong}/log"), await fox.GetAsync($"/desk/api/company/calls/{call}/messages/{wrong}/log") })
        {
            Assert.Equal(("Taken", "Corrected"), (log["entries"]![0]!["kind"]!.GetValue<string>(), log["entries"]!.AsArray()[^1]!["kind"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Assign_TooMany_IsExplainedAndElseTakesEffect()
    {
        using var supervisor = _office.As("supervisor");
        using var refused = await supervisor.SendAsync(HttpMethod.Put, "/desk/api/board/operators/rita/companies", new { companies = Enumerable.Range(1, 6).Select(i => $"c{i}") });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("at most 5 companies", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var done = await supervisor.SendAsync(HttpMethod.Put, "/desk/api/board/operators/rita/companies", new { companies = Both });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Contains(TestCompanies.Fox, _office.Office.Operators.Find(TestCompanies.Rita)!.Definition.Companies);
    }

    private SimulatedParty? Ear => _office.Pbx.Parties.FirstOrDefault(p => p.Tag is { Role: LegRole.Supervisor });

    private SimulatedParty Caller => _office.Pbx.Parties.First(p => p.IsCaller);

    private Task<CallRecord?> FindAsync(CallId call) => _office.Office.Calls.FindAsync(call, TestContext.Current.CancellationToken);

    /// <summary>Olga talks with a caller of Fox Travel.</summary>
    private async Task<CallId> TalkAsync()
    {
        _office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Olga), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Olga, OperatorPresence.Available, cancellationToken: TestContext.Current.CancellationToken);
        _office.Call();
        await _office.UntilAsync(() => _office.Pbx.Parties.Any(p => p.IsCaller && p.Hears?.Kind == SoundKind.Parties));
        return _office.Office.Operators.Find(TestCompanies.Olga)!.Call!.Value;
    }
}
