using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Employees who must accept, and operators who speak to them first, on the real PBX.</summary>
public sealed class TransferPlanTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const string Office = "+78124540101";
    private const string Mobile = "+79214540101";

    [Fact]
    public async Task MustAccept_NobodyPressesAKey_TheNextNumberPressesOneAndHasTheCaller()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [$"{{ number: \"{Office}\", accept: true }}", $"{{ number: \"{Mobile}\", kind: mobile, accept: true }}"] }.With("--Office:AcceptTime", "00:00:20"));
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        await office.Api.SeesAsync(call.Id, "has the mobile answered", seen => seen.Transfers is [{ Attempts: [{ Result: "VoicemailSuspected" }, { AnsweredAt: not null }] }]);
        await carrier.PressAsync(1);

        call = await office.Api.IsInAsync(call.Id, "Transferred");
        Assert.Equal(["VoicemailSuspected", "Answered"], call.Transfers[0].Attempts.Select(attempt => attempt.Result));
        await caller.HearsItselfAsync();
        await phone.IsOverAsync(phone.Calls[0]);
        await carrier.IsOverAsync(carrier.Calls[0]);
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Warm_OperatorSwapsTakesBackTriesAgainAndCompletes()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [$"{{ number: \"{Office}\", transfer: warm }}"] });
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        await office.Api.SeesAsync(call.Id, "operator and employee talk", seen => seen.Transfers is [{ Consult: "Employee" }]);
        await caller.HearsSomethingElseAsync();
        await office.Api.TransferStepAsync(call.Id, "consult", new { with = "caller" });
        await caller.HearsItselfAsync();
        await office.Api.TransferStepAsync(call.Id, "take-back", new { });
        await office.Api.IsInAsync(call.Id, "Conversation");
        await carrier.IsOverAsync(carrier.Calls[0]);
        await caller.HearsItselfAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        await office.Api.SeesAsync(call.Id, "operator and employee talk again", seen => seen.Transfers is [_, { Consult: "Employee" }]);

        // Two phones that echo would echo each other: nobody could tell what the caller hears.
        await office.Api.TransferStepAsync(call.Id, "consult", new { with = "everybody" });
        await office.Api.SeesAsync(call.Id, "all three talk", seen => seen.Transfers is [_, { Consult: "Everybody" }]);
        await office.Api.TransferStepAsync(call.Id, "complete", new { });
        await office.Api.IsInAsync(call.Id, "Transferred");
        await phone.IsOverAsync(phone.Calls[0]);
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(["TakenBack", "Transferred"], call.Transfers.Select(transfer => transfer.Result));
        Assert.Single(phone.Calls);
        await office.Pbx.IsEmptyAsync();
    }
}
