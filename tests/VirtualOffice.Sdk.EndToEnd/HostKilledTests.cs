using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>kill -9 on the host: calls go on, and the restarted host takes them up again.</summary>
public sealed class HostKilledTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task OneTalksAndOneWaits_TalkGoesOnAndBothEndRight()
    {
        var office = await OpenAsync();
        var (talking, talk, phone) = await office.TalkAsync();
        var waiting = office.Call();
        await waiting.IsAnsweredAsync();
        var wait = await office.Api.ReceivesAsync(waiting.Number);
        await office.Api.IsInAsync(wait.Id, "Queue");

        await office.Host.KillAsync();
        await talking.HearsItselfAsync();
        await waiting.HearsSomethingElseAsync();

        await office.Host.RestartAsync();
        await office.Api.IsInAsync(talk.Id, "Conversation");
        await office.Api.IsInAsync(wait.Id, "Queue");
        await talking.HearsItselfAsync();
        await waiting.HearsSomethingElseAsync();
        await office.Api.OperatorIsAsync("olga", "OnCall");

        await talking.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(talk.Id)).Outcome);
        await office.Api.IsInAsync(wait.Id, "Conversation");
        await waiting.HearsItselfAsync();
        await waiting.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(wait.Id)).Outcome);
        Assert.Equal(2, (await office.Api.CallsAsync()).Length);
        Assert.Equal(2, phone.Calls.Count);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task CallersHangUpWhileTheHostIsDown_OutcomesAreRightAfterTheRestart()
    {
        var office = await OpenAsync();
        var (talking, talk, phone) = await office.TalkAsync();
        var waiting = office.Call();
        await waiting.IsAnsweredAsync();
        var wait = await office.Api.ReceivesAsync(waiting.Number);
        await office.Api.IsInAsync(wait.Id, "Queue");

        await office.Host.KillAsync();
        await talking.HangUpAsync();
        await waiting.HangUpAsync();
        await talking.EndsAsync();
        await waiting.EndsAsync();
        await office.Host.RestartAsync();

        Assert.Equal("Completed", (await office.Api.EndsAsync(talk.Id)).Outcome);
        var abandoned = await office.Api.EndsAsync(wait.Id);
        Assert.Equal(("Abandoned", "Queue"), (abandoned.Outcome, abandoned.OutcomeStage));
        await phone.IsOverAsync(phone.Calls[0]);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task EmployeeIsRung_TransferGoesOnAfterTheRestart()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = ["+78124540103", "+79214540101"] }.With("--Office:TransferRingTime", "00:00:06"));
        var carrier = await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();
        await office.Api.TransferAsync(call.Id, "anna");
        await carrier.IsCalledAsync();

        await office.Host.KillAsync();
        await office.Host.RestartAsync();

        call = await office.Api.IsInAsync(call.Id, "Transferred");
        await caller.HearsItselfAsync();
        Assert.Equal(["+78124540103", "+79214540101"], carrier.Calls.Select(invite => invite.RequestUser));
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task OperatorsWish_SurvivesTheRestart()
    {
        var office = await OpenAsync();
        await office.PhoneAsync(1, Behaviour.Answers);
        await office.Api.SetStateAsync("olga", "Available");
        await office.Api.SetStateAsync("boris", "Break");

        await office.Host.KillAsync();
        await office.Host.RestartAsync();

        await office.Api.OperatorIsAsync("olga", "Available");
        await office.Api.OperatorIsAsync("boris", "Break");
        await office.Api.OperatorIsAsync("nina", "Offline");
    }
}
