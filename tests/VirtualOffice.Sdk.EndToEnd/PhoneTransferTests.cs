using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The operator transfers with the keys of the desk phone (SIP's REFER); the office does it, and the phone is told how it goes.</summary>
public sealed class PhoneTransferTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const string Answering = "+78124540101";
    private const string Busy = "+78124540102";
    private const string Silent = "+78124540103";

    [Fact]
    public async Task Blind_ToAnEmployee_CallerIsConnectedAndThePhoneLetsGo()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Busy, Answering] });
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();
        var talk = phone.Calls[^1];

        await phone.TransferAsync(Uri("anna"));

        call = await office.Api.IsInAsync(call.Id, "Transferred");
        Assert.Equal([$"{Busy}=Busy", $"{Answering}=Answered"], call.Transfers[0].Attempts.Select(attempt => $"{attempt.Number}={attempt.Result}"));
        await phone.IsToldAsync(200);
        await phone.IsOverAsync(talk);
        await caller.HearsItselfAsync();
        Assert.Equal([Busy, Answering], carrier.Calls.Select(invite => invite.RequestUser));
        await office.Api.OperatorIsAsync("olga", "Available");
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Blind_NobodyAnswers_PhoneIsToldAndTheOperatorHasTheCallerBack()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Silent] });
        await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await phone.TransferAsync(Uri("anna"));

        call = await office.Api.SeesAsync(call.Id, "is back in the conversation", seen => seen is { Stage: "Conversation", Transfers: [{ Result: "Failed" }] });
        Assert.Equal("NoAnswer", call.Transfers[0].Attempts[0].Result);
        await phone.IsToldAsync(503);
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        await office.Api.EndsAsync(call.Id);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Blind_ToANumberOutsideTheDialPolicy_IsDeclinedAndNeverDialled()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Answering] });
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await phone.TransferAsync(Uri("+78125550101"));

        await phone.IsToldAsync(603);
        await caller.HearsItselfAsync();
        Assert.Empty(carrier.Calls);
        Assert.Empty((await office.Api.CallAsync(call.Id)).Transfers);
        await caller.HangUpAsync();
        await office.Api.EndsAsync(call.Id);
    }

    [Fact]
    public async Task Attended_OperatorTalksFirstOnTheSecondLine_ThenTheTwoAreConnected()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Answering] });
        await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();
        var talk = phone.Calls[^1];

        var line = office.CallFromPhone("op1", "anna");
        await line.IsAnsweredAsync();
        await office.Api.SeesAsync(call.Id, "is in the consultation", seen => seen is { Stage: "Transfer", Transfers: [{ Attempts: [{ Result: null }] }] });
        await line.HearsItselfAsync();
        await caller.HearsSomethingElseAsync();

        await phone.TransferAsync(line.ReplaceMe(Uri("anna")));

        call = await office.Api.IsInAsync(call.Id, "Transferred");
        await phone.IsToldAsync(200);
        await phone.IsOverAsync(talk);
        await line.EndsAsync();
        await caller.HearsItselfAsync();
        await office.Api.OperatorIsAsync("olga", "Available");
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task SecondLine_HungUp_OperatorHasTheCallerBack()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Answering] });
        await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();
        var line = office.CallFromPhone("op1", "anna");
        await line.IsAnsweredAsync();
        await line.HearsItselfAsync();

        await line.HangUpAsync();

        call = await office.Api.IsInAsync(call.Id, "Conversation");
        Assert.Equal("TakenBack", call.Transfers[0].Result);
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        await office.Api.EndsAsync(call.Id);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task PhoneCalls_WithoutACall_IsRefused()
    {
        var office = await OpenAsync();
        await office.OlgaAnswersAsync();
        var line = office.CallFromPhone("op1", "anna");
        Assert.InRange((await line.IsDecidedAsync()).Status, 400, 699);
        await office.Pbx.IsEmptyAsync();
    }

    private static string Uri(string user) => $"<sip:{user}@127.0.0.1:{Ports.Mine.Sip.ToString(System.Globalization.CultureInfo.InvariantCulture)}>";
}
