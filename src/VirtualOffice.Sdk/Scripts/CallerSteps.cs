using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Steps that tell a caller without an operator something, or decide where to go on.</summary>
internal static class CallerSteps
{
    /// <summary>Plays information; what was heard to its end is not played again after a crash.</summary>
    public static async Task PlayAsync(ScriptRun run)
    {
        if (run.Prompt is { } prompt && !run.State.IsPromptHeard)
        {
            var isHeard = await run.PlayAsync(prompt);
            if (run.Call.IsOver)
            {
                if (isHeard)
                {
                    await run.Call.AppendAsync(new PromptHeard(run.Call.Now(), IsInformation: true));
                }

                return;
            }

            CallEvent[] heard = isHeard ? [new PromptHeard(run.Call.Now(), IsInformation: true)] : [];
            await run.LeaveAsync(ScriptExit.Next, heard);
            return;
        }

        await run.LeaveAsync(ScriptExit.Next);
    }

    public static Task BranchAsync(ScriptRun run) => Choose(run.Call, run.Company, run.Script, run.Step) is { } exit
        ? run.AppendAsync(new StepEntered(run.Call.Now(), exit.To, exit.On))
        : run.LeaveAsync("else");

    /// <summary>The first exit whose condition holds; null when none does.</summary>
    public static ScriptExit? Choose(CallSession call, CompanyDefinition company, Script script, ScriptStep step)
    {
        var facts = ScriptRun.FactsOf(call, company);
        var names = ScriptName.Of(company, script, call.Services.Scripts.All);
        return step.Exits.FirstOrDefault(e => e.When is { } when && ScriptCondition.TryParse(when, names, out var condition, out _) && condition.Evaluate(facts));
    }

    public static Task SetAsync(ScriptRun run) => run.LeaveAsync(ScriptExit.Next, [.. Changes(run.Call, run.Step, run.Facts())]);

    /// <summary>What a set step changes.</summary>
    public static IEnumerable<CallEvent> Changes(CallSession call, ScriptStep step, IReadOnlyDictionary<string, string> facts)
    {
        if (step.Text("field") is { } field && step.Text("value") is { } value)
        {
            yield return new AnswerSaved(call.Now(), field, ScriptText.Fill(value, facts));
        }

        CallTypeId? type = CallTypeId.TryParse(step.Text("callType"), out var id) ? id : null;
        if (type is not null || step.Text("language") is not null)
        {
            yield return new CallClassified(call.Now(), type, step.Text("language"));
        }
    }

    /// <summary>Promises a call-back, once, and says so.</summary>
    public static async Task CallbackAsync(ScriptRun run)
    {
        if (run.Call.Record.Caller.Number is null)
        {
            await run.LeaveAsync("failed");
            return;
        }

        if (run.Call.Record.CallbackPromisedAt is null)
        {
            await run.AppendAsync(new CallbackPromised(run.Call.Now()));
        }

        await run.PlayAsync(run.Prompt ?? new RecordedPrompt(run.Call.Options.CallbackPrompt));
        if (!run.Call.IsOver)
        {
            await run.LeaveAsync(ScriptExit.Next);
        }
    }
}
