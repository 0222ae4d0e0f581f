using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Auditing;

/// <summary>Who did what over others' heads, as supervisors and admins read it.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private static readonly string[] Nord = ["nord-service"];

    private DeskOffice _office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync(isStored: true);

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Act_OfASupervisor_IsListedWithWhoWhatAndOnWhom()
    {
        var call = await TalkAsync();
        using var boss = _office.As("supervisor+listen+whisper+barge:pavel");
        await boss.PostAsync($"/desk/api/board/calls/{call}/listen");
        await boss.PostAsync($"/desk/api/board/calls/{call}/whisper");
        await boss.PostAsync($"/desk/api/board/calls/{call}/barge");
        using var stopped = await boss.SendAsync(HttpMethod.Delete, "/desk/api/board/listening");
        await _office.UntilAsync(async () => (await ListAsync(boss, "?act=StopListening")).Count == 1);
        await boss.PostAsync("/desk/api/board/operators/rita/state", new { state = "Break", reason = "Training" });
        using var assigned = await boss.SendAsync(HttpMethod.Put, "/desk/api/board/operators/rita/companies", new { companies = Nord });
        await boss.PostAsync("/desk/api/board/notices", new { text = "The lift is out of order." });
        await boss.PostAsync($"/desk/api/board/calls/{call}/hang-up");

        var entries = await ListAsync(boss, "");

        Assert.Equal(["HangUp", "GiveNotice", "AssignCompanies", "SetOperatorState", "StopListening", "Barge", "Whisper", "Listen"], entries.Select(e => Text(e, "act")));
        Assert.All(entries, e => Assert.Equal(("pavel", "Done", null), (Text(e, "by"), Text(e, "outcome"), Text(e, "reason"))));
        Assert.All(entries.Where(e => Text(e, "act") != "StopListening"), e => Assert.Equal(("supervisor", "127.0.0.1"), (Text(e, "role"), Text(e, "address"))));
        Assert.All(entries.Where(e => Text(e, "act") is "HangUp" or "StopListening" or "Barge" or "Whisper" or "Listen"), e => Assert.Equal((call.ToString(), "fox-travel"), (Text(e, "call"), Text(e, "company"))));
        Assert.Equal(("rita", "Break: Training"), (Text(entries[3], "operator"), Text(entries[3], "detail")));
        Assert.Equal(("rita", "serves: nord-service"), (Text(entries[2], "operator"), Text(entries[2], "detail")));
        Assert.Equal("The lift is out of order.", Text(entries[1], "detail"));
    }

    [Fact]
    public async Task Act_ThatIsRefused_IsListedWithTheReason()
    {
        var call = await TalkAsync();
        using var boss = _office.As("supervisor+listen");
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Rita, OperatorPresence.Available, cancellationToken: Cancel);
        using var offer = await boss.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/offer", new { @operator = "rita" });
        using var listen = await boss.SendAsync(HttpMethod.Post, $"/desk/api/board/calls/{call}/listen");
        using var unknown = await boss.SendAsync(HttpMethod.Get, "/desk/api/board/calls/019c0000-0000-7000-8000-000000000001/recording");
        using var notYet = await boss.SendAsync(HttpMethod.Get, $"/desk/api/board/calls/{call}/recording");

        var entries = await ListAsync(boss, "");

        Assert.Equal(["OpenRecording", "OpenRecording", "Listen", "OfferCall"], entries.Select(e => Text(e, "act")));
        Assert.All(entries, e => Assert.Equal("Refused", Text(e, "outcome")));
        Assert.Contains("does not serve company 'fox-travel'", Text(entries[3], "reason"), StringComparison.Ordinal);
        Assert.Contains("You have no phone in the office", Text(entries[2], "reason"), StringComparison.Ordinal);
        Assert.Contains("There is no call", Text(entries[1], "reason"), StringComparison.Ordinal);
        Assert.Equal(((string?)null, "fox-travel"), (Text(entries[1], "company"), Text(entries[0], "company")));
    }

    [Fact]
    public async Task Act_OfAClientOrAProgram_IsListedForSupervisors()
    {
        using var client = _office.As("client:fox-travel");
        var document = await client.GetAsync("/desk/api/company/document");
        var (text, version) = (Text(document, "text")!, Text(document, "version")!);
        var draft = await client.PostAsync("/desk/api/company/drafts", new { text = text + "hours:\n  mon-fri: \"09:00-18:00\"\n", basedOn = version });
        var published = await client.PostAsync($"/desk/api/company/drafts/{Text(draft, "id")}/publish", new { revision = 1 });
        using var outdated = await client.SendAsync(HttpMethod.Post, $"/desk/api/company/versions/{version}/restore", new { basedOn = "something" });
        using var admin = _office.As("admin");
        await admin.PostAsync($"/api/v1/companies/fox-travel/versions/{version}/restore", new { basedOn = Text(published, "version") });

        var entries = await ListAsync(admin, "", "/api/v1/audit");

        Assert.Equal(
            [("RestoreCompany", "admin", "admin", "Done"), ("RestoreCompany", "fox-travel", "client", "Refused"), ("PublishCompany", "fox-travel", "client", "Done")],
            entries.Select(e => (Text(e, "act")!, Text(e, "by")!, Text(e, "role")!, Text(e, "outcome")!)));
        Assert.All(entries, e => Assert.Equal("fox-travel", Text(e, "company")));
    }

    [Fact]
    public async Task Recording_OpenedInPartsAndByLink_IsAnEntryEach()
    {
        await using var office = await DeskOffice.OpenAsync(configure: options => options.WaitLimit = TimeSpan.FromSeconds(1));
        office.Call(dialled: "+78124550001", behaviour: new SimulatedCaller { Message = TimeSpan.FromSeconds(2) });
        await office.UntilAsync(() => !office.Mail.Delivered.IsEmpty);
        var record = (await office.Office.Calls.ListAsync(new Stores.CallQuery(Stores.TenantScope.Office), Cancel))[0];
        var path = $"/desk/api/company/calls/{record.Id}/messages/{record.Messages[0].Id}/recording";
        using var client = office.As("client:nord-service");
        foreach (var range in new[] { (0L, (long?)null), (100, 200), (300, null) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(range.Item1, range.Item2) } };
            using var part = await client.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        }

        using var stranger = office.As("client:fox-travel");
        using var refused = await stranger.SendAsync(HttpMethod.Get, path);
        using var boss = office.As("supervisor");

        var entries = await ListAsync(boss, "");

        Assert.Equal([("fox-travel", "Refused", "fox-travel"), ("nord-service", "Done", "nord-service")], entries.Select(e => (Text(e, "by")!, Text(e, "outcome")!, Text(e, "company")!)));
        Assert.All(entries, e => Assert.Equal(("OpenVoiceMessage", record.Id.ToString()), (Text(e, "act"), Text(e, "call"))));
        office.Clock.Jump(TimeSpan.FromMinutes(11));
        using var later = await client.SendAsync(HttpMethod.Get, path);
        Assert.Equal(3, (await ListAsync(boss, "")).Count);
    }

    [Fact]
    public async Task List_Filtered_HasOnlyThose()
    {
        using var boss = _office.As("supervisor");
        using var other = _office.As("supervisor:pavel");
        for (var i = 0; i < 3; i++)
        {
            await boss.PostAsync("/desk/api/board/operators/rita/state", new { state = "Break", reason = $"{i}" });
            await other.PostAsync("/desk/api/board/notices", new { text = $"{i}" });
        }

        Assert.Equal(3, (await ListAsync(boss, "?by=pavel")).Count);
        Assert.Equal(["2", "1", "0"], (await ListAsync(boss, "?act=giveNotice")).Select(e => Text(e, "detail")));
        Assert.Empty(await ListAsync(boss, "?company=fox-travel"));
        Assert.Empty(await ListAsync(boss, "?call=019c0000-0000-7000-8000-000000000001"));
        var at = Uri.EscapeDataString(Text((await ListAsync(boss, ""))[2], "at")!);
        Assert.Equal(3, (await ListAsync(boss, $"?from={at}")).Count);
        Assert.Equal(3, (await ListAsync(boss, $"?until={at}")).Count);
    }

    [Fact]
    public async Task List_ByPages_HasEachOnce()
    {
        using var boss = _office.As("supervisor");
        for (var i = 0; i < 5; i++)
        {
            await boss.PostAsync("/desk/api/board/notices", new { text = $"{i}" });
        }

        var seen = new List<string?>();
        for (var next = ""; next is not null;)
        {
            var page = await boss.GetAsync($"/desk/api/board/audit?limit=2&before={next}");
            seen.AddRange(page["entries"]!.AsArray().Select(e => Text(e!, "detail")));
            next = Text(page, "next");
        }

        Assert.Equal(["4", "3", "2", "1", "0"], seen);
    }

    [Theory]
    [InlineData("?act=Sing", "'act' is 'Sing'; allowed is one of Other, Listen")]
    [InlineData("?limit=0", "'limit' is '0'; allowed is 1 to 500")]
    [InlineData("?limit=501", "'limit' is '501'; allowed is 1 to 500")]
    [InlineData("?before=yesterday", "'before' is 'yesterday'; allowed is an entry's id")]
    [InlineData("?company=Fox!", "'company' is 'Fox!'; allowed is a company's id")]
    public async Task List_WrongQuestion_SaysWhatIsAllowed(string query, string problem)
    {
        using var boss = _office.As("supervisor");
        using var response = await boss.SendAsync(HttpMethod.Get, "/desk/api/board/audit" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(problem, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(DeskClient client, string query, string path = "/desk/api/board/audit") =>
        [.. (await client.GetAsync(path + query))["entries"]!.AsArray().Select(e => e!)];

    /// <summary>Olga talks with a caller of Fox Travel.</summary>
    private async Task<CallId> TalkAsync()
    {
        _office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Olga), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));
        _office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Pavel), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Olga, OperatorPresence.Available, cancellationToken: Cancel);
        _office.Call();
        await _office.UntilAsync(() => _office.Pbx.Parties.Any(p => p.IsCaller && p.Hears?.Kind == SoundKind.Parties));
        return _office.Office.Operators.Find(TestCompanies.Olga)!.Call!.Value;
    }
}
