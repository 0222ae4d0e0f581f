using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Operating;

/// <summary>What waits for a person is told to desks when it changes, and not with every call.</summary>
public sealed class WorkListTests : IAsyncLifetime
{
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");

    private DeskOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync();

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task CallerGivesUp_DesksAreTold_AndWhoeverDealsWithItSeesItGoneAtOnce()
    {
        var before = Version;
        using var olga = _office.As("operator:olga");
        await olga.OpenAsync();
        Assert.Empty((await olga.GetAsync("/desk/api/desk/work"))["callbacks"]!.AsArray());

        var call = await GiveUpAsync("+79215550101");
        await _office.UntilAsync(() => Version > before);
        Assert.Equal(call.ToString(), Assert.Single((await olga.GetAsync("/desk/api/desk/work"))["callbacks"]!.AsArray())!["call"]!.GetValue<string>());

        before = Version;
        await olga.PostAsync($"/desk/api/desk/work/callbacks/{call}/done", new { note = "Reached." });
        Assert.Empty((await olga.GetAsync("/desk/api/desk/work"))["callbacks"]!.AsArray());
        await _office.UntilAsync(() => Version > before);
    }

    [Fact]
    public async Task Changed_TouchedAndTheSame_IsNot()
    {
        await GiveUpAsync("+79215550101");
        var lists = new WorkLists(_office.Office, AtRest(_office));

        lists.Touch(Fox);
        Assert.True(await lists.HaveChangedAsync(TestContext.Current.CancellationToken));
        lists.Touch(Fox);
        Assert.False(await lists.HaveChangedAsync(TestContext.Current.CancellationToken));

        await GiveUpAsync("+79215550102");
        lists.TouchAll();
        Assert.True(await lists.HaveChangedAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, (await lists.ReadAsync([Fox], TestContext.Current.CancellationToken)).Callbacks.Count);
    }

    [Fact]
    public async Task Read_NotTouched_IsWhatWasReadBefore()
    {
        var lists = new WorkLists(_office.Office, AtRest(_office));
        Assert.Empty((await lists.ReadAsync([Fox], TestContext.Current.CancellationToken)).Callbacks);

        await GiveUpAsync("+79215550101");
        Assert.Empty((await lists.ReadAsync([Fox], TestContext.Current.CancellationToken)).Callbacks);
        lists.Touch(Fox);
        Assert.Single((await lists.ReadAsync([Fox], TestContext.Current.CancellationToken)).Callbacks);
    }

    /// <summary>Nothing grows old.</summary>
    private static OfficeRuntime AtRest(DeskOffice office) => new() { Clock = new StillClock(), Ids = new SeededIdSource(office.Clock, 1), Random = new Random(1) };

    private long Version => _office.Services.GetRequiredService<DeskLive>().VersionOf(DeskTopic.Work);

    /// <summary>Somebody calls, waits in the queue and hangs up.</summary>
    private async Task<CallId> GiveUpAsync(string number)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var caller = _office.Call(number);
        var call = default(CallId);
        await _office.UntilAsync(async () =>
        {
            var waiting = (await _office.Office.Calls.ListAsync(new CallQuery(TenantScope.Office), cancellation)).FirstOrDefault(c => c.Caller.Number?.ToString() == number && c.Stage == CallStage.Queue);
            call = waiting?.Id ?? default;
            return waiting is not null;
        });
        caller.HangUp();
        await _office.UntilAsync(async () => await _office.Office.Calls.FindAsync(call, cancellation) is { IsClosed: true });
        return call;
    }

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
