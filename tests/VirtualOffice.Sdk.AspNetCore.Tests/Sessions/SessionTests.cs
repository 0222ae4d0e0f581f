using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private DeskOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync();

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Command_FromAFencedDesk_IsRefused()
    {
        using var first = _office.As("operator:olga");
        using var second = _office.As("operator:olga");
        await first.OpenAsync();
        await second.OpenAsync();

        using var refused = await first.SendAsync(HttpMethod.Post, "/desk/api/desk/state", new { state = "Available" });
        using var carriedOut = await second.SendAsync(HttpMethod.Post, "/desk/api/desk/state", new { state = "Break", reason = "Lunch" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Fenced", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, carriedOut.StatusCode);
        Assert.Equal(OperatorState.Break, _office.Office.Operators.Find(TestCompanies.Olga)!.State);
    }

    [Fact]
    public async Task Command_Twice_IsCarriedOutOnce()
    {
        using var olga = await ReadyAsync("operator:olga");
        var call = await TakeCallAsync(olga);
        var message = new { fields = new Dictionary<string, string> { ["Message"] = "Hello" } };

        using var first = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", message, "key-1");
        using var again = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/message", message, "key-1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Single((await _office.Office.Calls.FindAsync(call, TestContext.Current.CancellationToken))!.Messages);
    }

    [Fact]
    public async Task Command_MeantForAnEarlierSituation_IsRefused()
    {
        using var olga = await ReadyAsync("operator:olga");
        var before = olga.Version;
        var call = await TakeCallAsync(olga);
        olga.Version = before;

        using var response = await olga.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/hang-up");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(CallStage.Conversation, (await _office.Office.Calls.FindAsync(call, TestContext.Current.CancellationToken))!.Stage);
    }

    [Fact]
    public async Task Call_OfAnotherOperator_IsUnknown()
    {
        using var olga = await ReadyAsync("operator:olga");
        var call = await TakeCallAsync(olga);
        using var pavel = _office.As("operator:pavel");
        await pavel.OpenAsync();
        await pavel.SnapshotAsync();

        using var hangUp = await pavel.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{call}/hang-up");
        using var history = await pavel.SendAsync(HttpMethod.Get, $"/desk/api/desk/calls/{call}/history");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hangUp.StatusCode, history.StatusCode));
    }

    [Fact]
    public async Task Lease_EndsInConversation_TheCallerKeepsTheLine()
    {
        using var olga = await ReadyAsync("operator:olga");
        var caller = _office.Call();
        await AcceptAsync(olga);
        await EndLeaseAsync();

        Assert.Equal(SoundKind.Parties, caller.Hears?.Kind);
        using var supervisor = _office.As("supervisor");
        var board = await supervisor.GetAsync("/desk/api/board");
        Assert.Contains("\"desk\"", board["alarms"]!.ToJsonString(), StringComparison.Ordinal);
        caller.HangUp();
        await UntilAsync(() => _office.Office.Operators.Find(TestCompanies.Olga)!.State != OperatorState.OnCall);
        await _office.Office.Operators.EndWrapUpAsync(TestCompanies.Olga, TestContext.Current.CancellationToken);
        await UntilAsync(() => _office.Office.Operators.Find(TestCompanies.Olga)!.State == OperatorState.Offline);
    }

    [Fact]
    public async Task Lease_EndsWhileItRings_SomebodyElseIsAsked()
    {
        using var olga = await ReadyAsync("operator:olga");
        _office.Call();
        await UntilAsync(() => _office.Office.Operators.Find(TestCompanies.Olga)!.State == OperatorState.Offered);
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Pavel, OperatorPresence.Available, cancellationToken: TestContext.Current.CancellationToken);

        await EndLeaseAsync();

        await UntilAsync(() => _office.Office.Operators.Find(TestCompanies.Pavel)!.State == OperatorState.Offered);
        Assert.Equal(OperatorState.Offline, _office.Office.Operators.Find(TestCompanies.Olga)!.State);
    }

    [Fact]
    public async Task Desk_OpenWhenTheHostStopped_IsLostWhenItIsNotHeardOfAgain()
    {
        // What the store has when a host starts again: Olga's desk was open, and she was ready.
        var cancellationToken = TestContext.Current.CancellationToken;
        await _office.Services.GetRequiredService<IBookmarkStore>().SaveAsync("desk:olga", "17", cancellationToken);
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Olga, OperatorPresence.Available, cancellationToken: cancellationToken);
        await _office.Office.Operators.SetPresenceAsync(TestCompanies.Pavel, OperatorPresence.Available, cancellationToken: cancellationToken);
        var sessions = _office.Services.GetRequiredService<DeskSessions>();
        await sessions.RecallAsync(cancellationToken);
        Assert.Equal(17, sessions.Find(TestCompanies.Olga)?.Epoch);
        Assert.Null(sessions.Find(TestCompanies.Pavel));

        await EndLeaseAsync();

        await UntilAsync(() => _office.Office.Operators.Find(TestCompanies.Olga)!.State == OperatorState.Offline);
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(TestCompanies.Pavel)!.State);
        Assert.Equal("", await _office.Services.GetRequiredService<IBookmarkStore>().ReadAsync("desk:olga", cancellationToken));
    }

    [Fact]
    public async Task Desk_Opened_IsRememberedUntilItIsClosed()
    {
        using var olga = _office.As("operator:olga");
        await olga.OpenAsync();
        var store = _office.Services.GetRequiredService<IBookmarkStore>();
        Assert.Equal(olga.Epoch.ToString(CultureInfo.InvariantCulture), await store.ReadAsync("desk:olga", TestContext.Current.CancellationToken));

        using var closed = await olga.SendAsync(HttpMethod.Delete, $"/desk/api/desk/session?epoch={olga.Epoch}");

        Assert.Equal("", await store.ReadAsync("desk:olga", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Draft_FromAFencedDesk_IsRefusedAndFromTheOpenOneKept()
    {
        using var olga = await ReadyAsync("operator:olga");
        var call = await TakeCallAsync(olga);
        using var fenced = _office.As("operator:olga");
        using var refused = await fenced.SendAsync(HttpMethod.Put, $"/desk/api/desk/calls/{call}/draft", new Dictionary<string, string> { ["text"] = "x" });
        using var kept = await olga.SendAsync(HttpMethod.Put, $"/desk/api/desk/calls/{call}/draft", new Dictionary<string, string> { ["text"] = "Two rooms" });
        using var tooMuch = await olga.SendAsync(HttpMethod.Put, $"/desk/api/desk/calls/{call}/draft", Enumerable.Range(0, 50).ToDictionary(i => $"f{i}", _ => "x"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NoContent, HttpStatusCode.BadRequest), (refused.StatusCode, kept.StatusCode, tooMuch.StatusCode));
        Assert.Equal("Two rooms", (await _office.Office.Calls.FindAsync(call, TestContext.Current.CancellationToken))!.Draft["text"]);
        Assert.Equal("Two rooms", (await olga.SnapshotAsync())["call"]!["draft"]!["text"]!.GetValue<string>());
    }

    /// <summary>Olga's browser was silent for longer than the lease.</summary>
    private async Task EndLeaseAsync()
    {
        var sessions = _office.Services.GetRequiredService<DeskSessions>();
        _office.Clock.Jump(sessions.Lease + TimeSpan.FromSeconds(1));
        await sessions.EndLostAsync(TestContext.Current.CancellationToken);
    }

    private async Task<DeskClient> ReadyAsync(string person)
    {
        var client = _office.As(person);
        await client.OpenAsync();
        await client.PostAsync("/desk/api/desk/state", new { state = "Available" });
        await client.SnapshotAsync();
        return client;
    }

    private async Task<CallId> TakeCallAsync(DeskClient client)
    {
        _office.Call();
        return await AcceptAsync(client);
    }

    private async Task<CallId> AcceptAsync(DeskClient client)
    {
        var id = "";
        await UntilAsync(async () => (await client.SnapshotAsync())["call"] is { } call && call["offer"] is not null && (id = call["id"]!.GetValue<string>()).Length > 0);
        await UntilAsync(async () =>
        {
            using var response = await client.SendAsync(HttpMethod.Post, $"/desk/api/desk/calls/{id}/accept");
            await client.SnapshotAsync();
            return response.IsSuccessStatusCode;
        });
        await UntilAsync(async () => (await client.SnapshotAsync())["call"]?["stage"]?.GetValue<string>() == nameof(CallStage.Conversation));

        // Until they are connected the call moves on, and a command with what was seen before would come too late.
        await UntilAsync(() => _office.Pbx.Parties.Any(p => p.IsCaller && p.Hears?.Kind == SoundKind.Parties));
        await client.SnapshotAsync();
        return CallId.Parse(id);
    }

    private Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Looks again whenever something happens in the office.</summary>
    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var changed = new SemaphoreSlim(0);
        _ = ListenAsync(changed, limit.Token);
        while (!await condition())
        {
            await changed.WaitAsync(TimeSpan.FromMilliseconds(100), limit.Token);
        }

        await limit.CancelAsync();
    }

    private async Task ListenAsync(SemaphoreSlim changed, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in _office.Office.Events.ReadAllAsync(cancellationToken))
            {
                changed.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The condition holds, or the time is up.
        }
    }
}
