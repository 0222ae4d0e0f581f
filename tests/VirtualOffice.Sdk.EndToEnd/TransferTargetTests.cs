using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Numbers that ring at once, groups and who is on call, on the real PBX.</summary>
public sealed class TransferTargetTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const string Silent = "+78124540103";
    private const string Answering = "+79214540101";

    [Fact]
    public async Task NumbersAtOnce_FirstToAnswerHasTheCallerAndTheOtherIsCancelled()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [$"[\"{Silent}\", \"{Answering}\"]"] });
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        call = await office.Api.IsInAsync(call.Id, "Transferred");

        Assert.Equal([$"{Silent}=TakenByOther", $"{Answering}=Answered"], call.Transfers[0].Attempts.Select(attempt => $"{attempt.Number}={attempt.Result}"));
        Assert.Equal([Silent, Answering], carrier.Calls.Select(invite => invite.RequestUser).Order());
        await carrier.IsOverAsync(carrier.Calls.Single(invite => invite.RequestUser == Silent));
        await caller.HearsItselfAsync();
        await phone.IsOverAsync(phone.Calls[0]);
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Theory]
    [InlineData("group:tours")]
    [InlineData("on-call:night")]
    public async Task GroupOrOnCall_WhoeverIsInItHasTheCaller(string target)
    {
        var office = await OpenAsync(new OfficeSettings
        {
            AnnasNumbers = [Answering],
            Company = """
                groups: [{ id: tours, name: Tours, members: [anna], ring: rotation }]
                onCall: [{ id: night, name: Night, default: [anna] }]
                """,
        });
        await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, target);
        call = await office.Api.IsInAsync(call.Id, "Transferred");

        Assert.Equal((target, Answering), (call.Transfers[0].Employee, Assert.Single(call.Transfers[0].Attempts).Number));
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }
}
