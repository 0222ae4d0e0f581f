using System.Net;
using VirtualOffice.Sdk.EndToEnd.Api;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The caller hangs up: wherever that is, the outcome says so and nothing is left on the PBX.</summary>
public sealed class AbandonedTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task WhileRinging_RingingIsNamed()
    {
        var office = await OpenAsync();
        // A host that is slow for a moment: the call rings, and is over before the host has looked at it.
        await office.Host.FreezeAsync();
        var caller = office.Call();
        await caller.RingsAsync();
        await caller.HangUpAsync();
        await caller.EndsAsync();
        await office.Host.ThawAsync();

        var call = await office.Api.ReceivesAsync(caller.Number);

        await IsAbandonedAsync(office, call.Id, "Ringing");
    }

    [Fact]
    public async Task InTheGreeting_GreetingIsNamed()
    {
        var office = await OpenAsync(new OfficeSettings { Company = "greeting: { prompt: demo-congrats }" });
        await office.OlgaAnswersAsync();
        var (caller, call) = await CallsAsync(office);
        await office.Api.IsInAsync(call.Id, "Greeting");
        await caller.HearsSomethingElseAsync();

        await caller.HangUpAsync();

        await IsAbandonedAsync(office, call.Id, "Greeting");
    }

    [Fact]
    public async Task InTheQueue_QueueIsNamed()
    {
        var office = await OpenAsync();
        var (caller, call) = await CallsAsync(office);
        await office.Api.IsInAsync(call.Id, "Queue");
        await caller.HearsSomethingElseAsync();

        await caller.HangUpAsync();

        call = await IsAbandonedAsync(office, call.Id, "Queue");
        Assert.InRange(call.WaitedSeconds!.Value, 0.4, 300);
        var callback = Assert.Single(await office.Api.CallbacksAsync());
        Assert.Equal((call.Id, call.Company, call.Caller, "Abandoned", null), (callback.Call, callback.Company, callback.Number, callback.Outcome, callback.EndedBy));

        using var done = await office.Api.PostAsync($"api/v1/callbacks/{call.Id}/done", new { by = "olga", note = "Reached." });
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        using var again = await office.Api.PostAsync($"api/v1/callbacks/{call.Id}/done", new { by = "rita" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("olga", Assert.Single(await office.Api.CallbacksAsync()).EndedBy);
    }

    [Fact]
    public async Task WhileTheOperatorIsRung_OfferIsNamedAndThePhoneStops()
    {
        var office = await OpenAsync(new OfficeSettings().With("--Office:RingTime", "00:00:30"));
        var phone = await office.OlgaAnswersAsync(Behaviour.Rings);
        var (caller, call) = await CallsAsync(office);
        var ring = await phone.IsCalledAsync();
        await office.Api.IsInAsync(call.Id, "Offer");

        await caller.HangUpAsync();

        call = await IsAbandonedAsync(office, call.Id, "Offer");
        Assert.Equal(["olga=CallerGone"], call.Offers.Select(offer => $"{offer.Operator}={offer.Result}"));
        await phone.IsOverAsync(ring);
        await office.Api.OperatorIsAsync("olga", "Available");
    }

    [Fact]
    public async Task WhileTheFirstNumberRings_TransferIsNamed()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = ["+78124540103", "+79214540101"] }.With("--Office:TransferRingTime", "00:02:00"));
        var carrier = await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();
        await office.Api.TransferAsync(call.Id, "anna");
        var ring = await carrier.IsCalledAsync();

        await caller.HangUpAsync();

        call = await IsAbandonedAsync(office, call.Id, "Transfer");
        Assert.Equal(("CallerGone", "CallerGone"), (call.Transfers[0].Result, Assert.Single(call.Transfers[0].Attempts).Result));
        await carrier.IsOverAsync(ring);
        Assert.Single(carrier.Calls);
    }

    [Fact]
    public async Task BetweenTwoNumbers_TransferIsNamed()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = ["+78124540102", "+78124540103"] }.With("--Office:TransferRingTime", "00:02:00"));
        await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();
        await office.Api.TransferAsync(call.Id, "anna");
        await office.Api.SeesAsync(call.Id, "has its first number tried", seen => seen.Transfers is [{ Attempts: [{ Result: "Busy" }, ..] }]);

        await caller.HangUpAsync();

        call = await IsAbandonedAsync(office, call.Id, "Transfer");
        Assert.Equal("CallerGone", call.Transfers[0].Result);
    }

    /// <summary>The moment differs from call to call, so that it also falls while a leg is created, dialled or bridged.</summary>
    [Fact]
    public async Task AtAnyMomentWhileTheOperatorIsCalled_NothingIsLeft()
    {
        var office = await OpenAsync(new OfficeSettings().With("--Office:WrapUp", "00:00:00.100"));
        var phone = await office.OlgaAnswersAsync();
        for (var moment = 0; moment < 12; moment++)
        {
            var (caller, call) = await CallsAsync(office);
            await Task.Delay(TimeSpan.FromMilliseconds(40 * moment), TestContext.Current.CancellationToken);
            await caller.HangUpAsync();
            await caller.EndsAsync();

            call = await office.Api.EndsAsync(call.Id);
            Assert.True(call.Outcome is "Completed" || (call.Outcome is "Abandoned" && call.OutcomeStage is "Intake" or "Ringing" or "Queue" or "Offer"), call.ToString());
            await office.Pbx.IsEmptyAsync();
            await office.Api.OperatorIsAsync("olga", "Available");
        }

        foreach (var ring in phone.Calls)
            await phone.IsOverAsync(ring);
    }

    private static async Task<(SippCaller Caller, Call Call)> CallsAsync(Office office)
    {
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        return (caller, await office.Api.ReceivesAsync(caller.Number));
    }

    private static async Task<Call> IsAbandonedAsync(Office office, string id, string stage)
    {
        var call = await office.Api.EndsAsync(id);
        Assert.Equal(("Abandoned", stage), (call.Outcome, call.OutcomeStage));
        Assert.Single(await office.Api.CallsAsync());
        await office.Pbx.IsEmptyAsync();
        return call;
    }
}
