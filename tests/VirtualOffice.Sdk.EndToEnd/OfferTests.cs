using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>What comes of ringing an operator is told apart, and the next one is tried.</summary>
public sealed class OfferTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public Task OperatorDeclines_NextIsTried() => NextIsTried("olga", Behaviour.Declines, "Rejected");

    [Fact]
    public Task OperatorDoesNotAnswer_NextIsTried() => NextIsTried("olga", Behaviour.Rings, "Missed");

    [Fact]
    public Task OperatorsPhoneIsGone_NextIsTried() => NextIsTried("nina", behaviour: null, "DeviceGone");

    private async Task NextIsTried(string first, Behaviour? behaviour, string result)
    {
        var office = await OpenAsync(new OfficeSettings().With("--Office:RingTime", "00:00:06"));
        var firstPhone = behaviour is { } how ? await office.PhoneAsync(1, how) : null;
        await office.PhoneAsync(2, Behaviour.Answers);
        await office.Api.SetStateAsync(first, "Available");

        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await office.Api.SeesAsync(call.Id, $"has the offer {result}", seen => seen.Offers.Any(offer => offer.Operator == first && offer.Result == result));
        await caller.HearsSomethingElseAsync();
        await office.Api.SetStateAsync("boris", "Available");
        call = await office.Api.IsInAsync(call.Id, "Conversation");

        Assert.Equal("boris", call.Operator);
        Assert.Equal("Accepted", call.Offers[^1].Result);
        await caller.HearsItselfAsync();
        if (firstPhone is not null)
            await firstPhone.IsOverAsync(firstPhone.Calls[^1]);
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }
}
