using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>A company's queue rules, on the real PBX.</summary>
public sealed class QueueRulesTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task NobodyOnline_Busy_CallerHearsBusyAndIsToBeCalledBack()
    {
        var office = await OpenAsync(new OfficeSettings { Company = "queue: { limits: [{ when: nobodyOnline, then: busy }] }" }.With("--Office:AnswerAfter", "00:00:30"));

        var caller = office.Call();
        Assert.Equal(486, (await caller.IsDecidedAsync()).Status);

        var call = await office.Api.ReceivesAsync(caller.Number);
        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(("Refused", "Overload", "Announcement"), (call.Outcome, call.OutcomeReason, call.OutcomeStage));
        Assert.Equal(call.Id, Assert.Single(await office.Api.CallbacksAsync()).Call);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task WaitedTooLong_Callback_CallerHearsThePromptAndIsOnTheList()
    {
        var office = await OpenAsync(new OfficeSettings { Company = "queue: { limits: [{ when: wait, time: 3s, then: callback, prompt: vm-goodbye }] }" });

        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        call = await office.Api.EndsAsync(call.Id);

        Assert.Equal("CallbackScheduled", call.Outcome);
        Assert.True(caller.WasHungUpOn);
        Assert.Equal((call.Id, caller.Number), (Assert.Single(await office.Api.CallbacksAsync()).Call, call.Caller));
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task AllOfRing_BothPhonesRing_TheFirstToAnswerTalksAndTheOtherFallsSilent()
    {
        var office = await OpenAsync(new OfficeSettings { Company = "queue: { offer: allOfRing }" });
        var (olgas, boriss) = (await office.OlgaAnswersAsync(Behaviour.Rings), await office.PhoneAsync(2, Behaviour.Rings));
        await office.Api.SetStateAsync("boris", "Available");

        var caller = office.Call();
        var call = await office.Api.ReceivesAsync(caller.Number);
        var rings = await olgas.IsCalledAsync();
        await boriss.IsCalledAsync();
        await boriss.AnswerAsync();
        await caller.IsAnsweredAsync();
        call = await office.Api.IsInAsync(call.Id, "Conversation");
        await caller.HearsItselfAsync();
        await olgas.IsOverAsync(rings);

        Assert.Equal(["Accepted", "Withdrawn"], call.Offers.Select(offer => offer.Result).Order(StringComparer.Ordinal));
        await office.Api.OperatorIsAsync("olga", "Available");
        await office.Api.OperatorIsAsync("boris", "OnCall");
        await caller.HangUpAsync();
        await office.Api.EndsAsync(call.Id);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task MissedAgainAndAgain_TheOperatorIsSentOnABreak()
    {
        var office = await OpenAsync(new OfficeSettings().With("--Office:MissesBeforeBreak", "2", "--Office:RingTime", "00:00:06", "--Office:DeclinePause", "00:00:00"));
        await office.OlgaAnswersAsync(Behaviour.Rings);

        var caller = office.Call();
        await office.Api.OperatorIsAsync("olga", "Break");

        var call = await office.Api.ReceivesAsync(caller.Number);
        Assert.Equal(["Missed", "Missed"], call.Offers.Select(offer => offer.Result));
        Assert.Equal("Missed calls", (await office.Api.OperatorsAsync()).Single(op => op.Id == "olga").Reason);
    }
}
