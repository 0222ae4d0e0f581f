using VirtualOffice.Sdk.EndToEnd.Api;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

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

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal("LostByPbx", call.Outcome);
        await Eventually.GetAsync("the host is ready again", office.Api.ReadinessAsync, seen => seen.Ready);
        await office.Api.OperatorIsAsync("olga", "Available");
    }

    [Fact]
    public async Task PbxDiesUnderCallsInEveryStage_AllAreLostByPbxAndTheNextCallIsTaken()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = ["+78124540103"] }.With("--Office:TransferRingTime", "00:00:30"));
        var carrier = await office.CarrierAsync();
        var (_, transferred, _) = await office.TalkAsync();
        await office.Api.TransferAsync(transferred.Id, "anna");
        await carrier.IsCalledAsync();
        await office.PhoneAsync(2, Behaviour.Answers);
        await office.Api.SetStateAsync("boris", "Available");
        var talking = await CallInAsync(office, "Conversation");
        var waiting = await CallInAsync(office, "Queue");

        await Server.KillAsync();
        await Server.StartAsync();

        foreach (var call in new[] { transferred, talking, waiting })
            Assert.Equal("LostByPbx", (await office.Api.EndsAsync(call.Id)).Outcome);
        await Eventually.GetAsync("the host is ready again", office.Api.ReadinessAsync, seen => seen.Ready);
        await office.Api.OperatorIsAsync("olga", "Available");
        await office.Api.OperatorIsAsync("boris", "Available");
        var next = office.Call();
        await next.IsAnsweredAsync();
        await next.HearsItselfAsync();
        await next.HangUpAsync();
        await office.Pbx.IsEmptyAsync();
        Assert.Equal(4, (await office.Api.AllCallsAsync()).Length);
    }

    private static async Task<Call> CallInAsync(Office office, string stage)
    {
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        return await office.Api.IsInAsync(call.Id, stage);
    }
}
