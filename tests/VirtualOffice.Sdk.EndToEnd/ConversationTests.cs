using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>A caller and an operator talk.</summary>
public sealed class ConversationTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task OperatorAvailable_CallerCalls_BothTalkAndCallIsCompleted()
    {
        var office = await OpenAsync();
        var phone = await office.OlgaAnswersAsync();

        var caller = office.Call();
        var ringing = await caller.RingsAsync();
        var answer = await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        Assert.True(ringing.At < answer.At, "The caller hears ringing first");
        Assert.True(call.ReceivedAt < answer.At, $"Received at {call.ReceivedAt:O}, answered at {answer.At:O}");
        Assert.Equal("fox-travel", call.Company);
        Assert.Equal(Office.Number, call.Dialled);

        var ring = await phone.IsCalledAsync();
        call = await office.Api.IsInAsync(call.Id, "Conversation");
        Assert.Equal("olga", call.Operator);
        await office.Api.OperatorIsAsync("olga", "OnCall");
        // The phone sends back what it hears: hearing it proves both directions.
        await caller.HearsItselfAsync();

        await caller.HangUpAsync();
        await caller.EndsAsync();
        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal("Completed", call.Outcome);
        Assert.Null(call.Stage);
        Assert.Equal(["olga=Accepted"], call.Offers.Select(offer => $"{offer.Operator}={offer.Result}"));
        Assert.Contains(call.Segments, segment => segment is { Kind: "Operator", Operator: "olga", To: not null });
        Assert.InRange(caller.Audio.LongestGap, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        var left = await phone.IsOverAsync(ring);
        Assert.True(left.At >= caller.Messages.First(message => message.Method == "BYE").At, "The phone is hung up on because the caller has hung up");
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Conversation_OperatorHangsUp_CallIsCompletedAndOperatorWrapsUp()
    {
        var office = await OpenAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await phone.HangUpAsync();
        await caller.EndsAsync();

        Assert.True(caller.WasHungUpOn);
        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Api.OperatorIsAsync("olga", "Available");
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Conversation_HungUpByRest_BothLegsEnd()
    {
        var office = await OpenAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await office.Api.HangUpAsync(call.Id);
        await caller.EndsAsync();

        Assert.Equal("Completed", (await office.Api.EndsAsync(call.Id)).Outcome);
        await phone.IsOverAsync(phone.Calls[0]);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task CompanyHasGreetingPrompt_CallerCalls_HearsItBeforeTheQueue()
    {
        var office = await OpenAsync(new OfficeSettings { Company = "greeting: { prompt: vm-intro }" });
        var phone = await office.OlgaAnswersAsync();

        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await phone.IsCalledAsync();
        call = await office.Api.IsInAsync(call.Id, "Conversation");
        await caller.HearsItselfAsync();

        Assert.True(caller.HasHeardSomethingElse, "The caller hears the greeting");
        Assert.Contains(call.Segments, segment => segment.Kind == "Automated");
    }

    [Fact]
    public async Task TwoCallers_OneOperator_SecondWaitsWithMusicAndIsServedNext()
    {
        var office = await OpenAsync();
        var (first, firstCall, phone) = await office.TalkAsync();

        var second = office.Call();
        await second.IsAnsweredAsync();
        var secondCall = await office.Api.ReceivesAsync(second.Number);
        await office.Api.IsInAsync(secondCall.Id, "Queue");
        await second.HearsSomethingElseAsync();
        await first.HangUpAsync();
        await office.Api.IsInAsync(secondCall.Id, "Conversation");
        await second.HearsItselfAsync();
        await second.HangUpAsync();

        Assert.Equal("Completed", (await office.Api.EndsAsync(firstCall.Id)).Outcome);
        Assert.Equal("Completed", (await office.Api.EndsAsync(secondCall.Id)).Outcome);
        Assert.Equal(2, phone.Calls.Count);
        await office.Pbx.IsEmptyAsync();
    }
}
