using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The company's script serves the caller without an operator. Where it is, what was answered and heard is in the journal; entered again after a crash, it goes on at its step.
/// A script that cannot go on gives the caller to the operators, or asks for a message when the company is closed.
/// </summary>
internal sealed partial class ScriptStage : ICallStage
{
    private const int MaxSteps = 1000;

    public async Task RunAsync(CallSession call)
    {
        while (!call.IsOver && call.Record is { Stage: CallStage.Script, Script: { } state })
        {
            if (call.Company is not { } company || company.FindScript(state.Name) is not { } script || script.FindStep(state.Step) is not { } step)
            {
                await GiveUpAsync(call, $"there is no step '{state.Step}' of script '{state.Name}'");
            }
            else if (state.Entered > MaxSteps)
            {
                await GiveUpAsync(call, $"script '{state.Name}' goes in circles");
            }
            else
            {
                await RunStepAsync(new ScriptRun(call, company, script, step));
            }
        }
    }

    private static Task RunStepAsync(ScriptRun run) => run.Step.Kind switch
    {
        "say" or "play" => CallerSteps.PlayAsync(run),
        "ask" => KeySteps.AskAsync(run),
        "menu" => KeySteps.MenuAsync(run),
        "collect" => KeySteps.CollectAsync(run),
        "branch" => CallerSteps.BranchAsync(run),
        "set" => CallerSteps.SetAsync(run),
        "goto" or "lookup" => run.LeaveAsync(ScriptExit.Next),
        "queue" => HandingSteps.QueueAsync(run),
        "transfer" or "escalate" => HandingSteps.TransferAsync(run),
        "message" => HandingSteps.MessageAsync(run),
        "callback" => CallerSteps.CallbackAsync(run),
        "record" => HandingSteps.RecordAsync(run),
        "hangup" => EndAsync(run.Call),
        var kind => run.Call.Services.Scripts.FindOwn(kind) is { } own ? HostStep.RunAsync(run, own) : GiveUpAsync(run.Call, $"nothing runs steps of kind '{kind}'"),
    };

    private static Task EndAsync(CallSession call)
    {
        call.RequestEnd();
        return Task.CompletedTask;
    }

    private static async Task GiveUpAsync(CallSession call, string problem)
    {
        LogGivenUp(call.Services.Logger, call.Id, problem);
        var now = call.Now();
        await call.AppendAsync(call.Company is { } company && OpeningHours.DecideAt(company, now).IsOpen && call.Record.Script is { WasQueued: false }
            ? new CallQueued(now, call.Record.EnqueuedAt ?? call.Record.PlaceFrom ?? call.Record.ReceivedAt)
            : new VoiceMessageAsked(now, problem));
    }

    [LoggerMessage(1052, LogLevel.Critical, "Call {Call}: its script cannot go on: {Problem}; the caller goes the office's own way")]
    private static partial void LogGivenUp(ILogger logger, CallId call, string problem);
}
