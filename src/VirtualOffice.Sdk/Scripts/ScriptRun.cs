using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>A step that is run for a caller without an operator.</summary>
internal sealed class ScriptRun(CallSession call, CompanyDefinition company, Script script, ScriptStep step)
{
    private static readonly TimeSpan LongestPrompt = TimeSpan.FromMinutes(5);

    public CallSession Call { get; } = call;

    public CompanyDefinition Company { get; } = company;

    public Script Script { get; } = script;

    public ScriptStep Step { get; } = step;

    /// <summary>Where the call is in the script.</summary>
    public CallScript State => Call.Record.Script!;

    public RecordedPrompt? Prompt => Step.Text("prompt") is { } name ? new RecordedPrompt(name) : null;

    public IReadOnlyDictionary<string, string> Facts() => FactsOf(Call, Company);

    public static IReadOnlyDictionary<string, string> FactsOf(CallSession call, CompanyDefinition company) => FactsOf(call.Record, company, call.Now(), call.Services.OperatorName);

    public static IReadOnlyDictionary<string, string> FactsOf(CallRecord record, CompanyDefinition company, DateTimeOffset now, Func<OperatorId, string?> operatorName) =>
        ScriptFacts.Of(record, company, now, OpeningHours.DecideAt(company, now).IsOpen, record.Operator is { } op ? operatorName(op) ?? op.Value : null);

    /// <summary>Journals what has happened. A caller who is not answered yet hears ringing meanwhile, others must not wait in silence.</summary>
    public Task AppendAsync(params CallEvent[] events) => Call.Record.AnsweredAt is null ? Call.AppendAsync(events) : SilenceGuard.AppendAsync(Call, events);

    /// <summary>Leaves the step by an exit, with what is known by then; at the end of the script the call ends.</summary>
    public async Task LeaveAsync(string exit, params CallEvent[] before)
    {
        if (Script.Follow(Step, exit) is { } next)
        {
            await AppendAsync([.. before, new StepEntered(Call.Now(), next, exit)]);
            return;
        }

        if (before.Length > 0)
        {
            await AppendAsync(before);
        }

        Call.RequestEnd();
    }

    /// <summary>Plays a prompt to its end; false when it was not heard to its end.</summary>
    public async Task<bool> PlayAsync(Prompt prompt)
    {
        await CallAnswer.EnsureAsync(Call);
        if (Call.IsOver)
        {
            return false;
        }

        await Call.Pbx.StopMusicAsync(Call.CallerLeg, Call.Stopping);
        return await PromptPlayer.PlayAsync(Call, prompt, LongestPrompt);
    }
}
