using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The PBX goes away under the host, and comes back.</summary>
public sealed class PbxAwayTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task PbxStops_NotReadyUntilItIsBackAndCallsAreTakenAgain()
    {
        var office = await OpenAsync();

        await Server.StopAsync();
        try
        {
            var readiness = await Eventually.GetAsync("the host is not ready", office.Api.ReadinessAsync, seen => !seen.Ready);
            Assert.Contains(readiness.WaitingFor, what => what.Contains("PBX", StringComparison.Ordinal));
        }
        finally
        {
            await Server.StartAsync();
        }

        await Eventually.GetAsync("the host is ready again", office.Api.ReadinessAsync, seen => seen.Ready);
        var (caller, call, _) = await office.TalkAsync();
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
    }

    [Fact]
    public async Task PbxDiesUnderACall_CallIsLostByPbxAndOperatorIsFree()
    {
        var office = await OpenAsync();
        var (_, call, _) = await office.TalkAsync();

        await Server.KillAsync();
        await Server.StartAsync();

        call = await office.Api.EndsAsync(call.Id, TimeSpan.FromSeconds(20));
        Assert.Equal("LostByPbx", call.Outcome);
        await Eventually.GetAsync("the host is ready again", office.Api.ReadinessAsync, seen => seen.Ready);
        await office.Api.OperatorIsAsync("olga", "Available");
    }
}
