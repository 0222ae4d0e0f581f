using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>An operator who has answered hears which company it is before having the caller, on the real PBX.</summary>
public sealed class WhisperTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task Prompt_IsHeardAtThePhoneAloneAndThenTheyTalk()
    {
        var (office, phone, caller, call) = await WhisperAsync("demo-congrats", limit: "00:00:20");

        await phone.HearsAPromptAsync();
        await caller.HearsSomethingElseAsync();
        call = await office.Api.CallAsync(call.Id);
        Assert.Equal("Whisper", call.Stage);
        Assert.False(phone.HasHeardTheCaller, "the operator hears the caller before the prompt is over");

        // The prompt is longer than the limit: it is cut short, and what it leaves must not hold up the bridge.
        await office.Api.IsInAsync(call.Id, "Conversation");
        await phone.HearsTheCallerAsync();
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await phone.IsOverAsync();
        await office.Pbx.IsEmptyAsync();
    }

    [Theory]
    [InlineData("auth-thankyou")]
    [InlineData("no-such-prompt")]
    public async Task Prompt_HeardToItsEndOrNotThere_TheyTalk(string prompt)
    {
        var (office, phone, caller, call) = await WhisperAsync(prompt, limit: "00:00:30");
        await office.Api.IsInAsync(call.Id, "Conversation");
        await phone.HearsTheCallerAsync();
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task CallerHangsUpMeanwhile_ThePhoneIsFreeAtOnce()
    {
        var (office, phone, caller, call) = await WhisperAsync("demo-congrats", limit: "00:00:30");
        await phone.HearsAPromptAsync();

        await caller.HangUpAsync();

        await phone.IsOverAsync();
        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(("Abandoned", "Whisper"), (call.Outcome, call.OutcomeStage));
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task OperatorHangsUpMeanwhile_TheNextOneHasTheCaller()
    {
        var (office, phone, caller, call) = await WhisperAsync("demo-congrats", limit: "00:00:25");
        await phone.HearsAPromptAsync();
        await office.PhoneAsync(2, Behaviour.Answers);
        await office.Api.SetStateAsync("olga", "Offline");
        await office.Api.SetStateAsync("boris", "Available");

        await phone.HangUpAsync(await phone.AnswersAsync());

        call = await office.Api.SeesAsync(call.Id, "is Boris's", seen => seen is { Stage: "Conversation", Operator: "boris" });
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    private async Task<(Office Office, ListeningPhone Phone, SippCaller Caller, Api.Call Call)> WhisperAsync(string prompt, string limit)
    {
        var office = await OpenAsync(new OfficeSettings { Company = $"queue: {{ whisper: {{ prompt: {prompt} }} }}" }.With("--Office:WhisperLimit", limit));
        var phone = await office.ListenAtAsync(1);
        var caller = office.Call();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await caller.IsAnsweredAsync();
        await office.Api.SetStateAsync("olga", "Available");
        await phone.AnswersAsync();
        return (office, phone, caller, call);
    }
}
