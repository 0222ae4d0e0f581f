using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Answers, and plays the company's recorded greeting.</summary>
internal sealed class GreetingStage : ICallStage
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CallSession call)
    {
        await CallAnswer.EnsureAsync(call);
        var record = call.Record;
        if (call.Company is { } company && Greetings.Decide(company, record.ReceivedAt, record.CallType, record.Language).Greeting.Prompt is { } prompt)
        {
            await PromptPlayer.PlayAsync(call, prompt, Longest);
        }

        if (!call.IsOver)
        {
            // Before the journal, which may take its time: the caller must not wait in silence.
            await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
            await call.AppendAsync(new GreetingFinished(call.Now()));
        }
    }
}
