using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>The script as it guides an operator who has the caller: every command is a transition of the same state that a script without an operator has.</summary>
internal static class GuidedScript
{
    private const int MaxPassed = 100;

    /// <summary>Passes steps that nobody sees, until there is one to be shown.</summary>
    public static async Task SettleAsync(CallSession call)
    {
        for (var passed = 0; passed < MaxPassed && Find(call) is var (company, script, step) && IsPassed(call, step); passed++)
        {
            var isBranch = step.Kind == "branch";
            var chosen = isBranch ? CallerSteps.Choose(call, company, script, step) : null;
            if ((chosen?.To ?? script.Follow(step, isBranch ? "else" : ScriptExit.Next)) is not { } next)
            {
                return;
            }

            var changes = step.Kind == "set" ? CallerSteps.Changes(call, step, ScriptRun.FactsOf(call, company)) : [];
            await call.AppendAsync([.. changes, new StepEntered(call.Now(), next, chosen?.On ?? (isBranch ? "else" : ScriptExit.Next))]);
        }
    }

    /// <summary>Carries out a command, or refuses it with the reason.</summary>
    public static async Task CarryOutAsync(CallSession call, ScriptCommand command)
    {
        try
        {
            await (command is ScriptCommand.SetCallType set
                ? SetCallTypeAsync(call, set)
                : FollowAsync(call, Find(call) ?? throw Invalid("The call follows no script."), command));
            await SettleAsync(call);
            command.Complete(true);
        }
        catch (CallCommandException e)
        {
            command.Refuse(e);
        }
    }

    /// <summary>The answers as a message has them, in the order in which they were given or a message step names them; masked ones are not told.</summary>
    public static IReadOnlyList<MessageField> AnswersOf(CallRecord record, CompanyDefinition? company)
    {
        var answers = record.Script?.Answers ?? [];
        var wanted = Find(record, company) is { Step: { Kind: "message" } step } ? step.Texts("fields") : [];
        return
        [
            .. wanted.Count == 0
                ? answers.Select(a => new MessageField(a.Field, a.Shown))
                : wanted.Select(f => answers.FirstOrDefault(a => a.Field == f)).OfType<ScriptAnswer>().Select(a => new MessageField(a.Field, a.Shown)),
        ];
    }

    /// <summary>For whom a message step takes messages; null for nobody in particular.</summary>
    public static ScriptStep? MessageStepOf(CallSession call) => Find(call) is { Step: { Kind: "message" } step } ? step : null;

    private static (CompanyDefinition Company, Script Script, ScriptStep Step)? Find(CallSession call) => Find(call.Record, call.Company);

    private static (CompanyDefinition Company, Script Script, ScriptStep Step)? Find(CallRecord record, CompanyDefinition? definition) =>
        record.Script is { } state && definition is { } company && company.FindScript(state.Name) is { } script && script.FindStep(state.Step) is { } step
            ? (company, script, step)
            : null;

    private static bool IsPassed(CallSession call, ScriptStep step) => call.Services.Scripts.Find(step.Kind) is { IsAutomatic: true };

    private static Task FollowAsync(CallSession call, (CompanyDefinition Company, Script Script, ScriptStep Step) found, ScriptCommand command) => command switch
    {
        ScriptCommand.SaveAnswer save => SaveAsync(call, found, save),
        ScriptCommand.GoTo go => GoToAsync(call, found.Script, go),
        ScriptCommand.GoBack back => GoBackAsync(call, found.Script, back),
        ScriptCommand.Advance advance => AdvanceAsync(call, found, advance),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not known."),
    };

    private static Task AppendAsync(CallSession call, ScriptCommand command, params IReadOnlyList<CallEvent> events) =>
        call.AppendAsync(events, [], Processed(call, command));

    private static IReadOnlyList<ProcessedCommand> Processed(CallSession call, ScriptCommand command) =>
        command.Id is { } id ? [call.Commands.Processed(id, command.Fingerprint, "done")] : [];

    private static Task SetCallTypeAsync(CallSession call, ScriptCommand.SetCallType set)
    {
        if (call.Company is not { } company || company.FindCallType(set.CallType) is not { } type)
        {
            throw Invalid($"Company '{call.Record.Company}' has no call type '{set.CallType}'; it has {string.Join(", ", call.Company?.CallTypes.Select(t => t.Id.Value) ?? [])}.");
        }

        var now = call.Now();
        var classified = new CallClassified(now, type.Id, type.Language);
        var chosen = ScriptSelection.Find(company, type.Id, OpeningHours.DecideAt(company, call.Record.ReceivedAt).IsOpen);
        return chosen is null || chosen.Name == call.Record.Script?.Name
            ? AppendAsync(call, set, classified)
            : AppendAsync(call, set, classified, new ScriptStarted(now, chosen.Name, chosen.Steps[0].Name));
    }

    private static Task SaveAsync(CallSession call, (CompanyDefinition Company, Script Script, ScriptStep Step) found, ScriptCommand.SaveAnswer save)
    {
        var fields = ScriptName.FieldsOf(found.Script, call.Services.Scripts.All).ToList();
        if (fields.FirstOrDefault(f => f.Field == save.Field).Step is not { } asking)
        {
            throw Invalid($"Script '{found.Script.Name}' has no field '{save.Field}'; it has {string.Join(", ", fields.Select(f => f.Field).Distinct(StringComparer.Ordinal))}.");
        }

        // The step that is shown knows best what its field may hold.
        var step = fields.Any(f => f.Field == save.Field && ReferenceEquals(f.Step, found.Step)) ? found.Step : asking;
        if (string.IsNullOrWhiteSpace(save.Value))
        {
            return AppendAsync(call, save, new AnswerSaved(call.Now(), save.Field, "") { IsMasked = step.Flag("masked") });
        }

        return ScriptAnswers.TryCheck(step, save.Value, out var value, out var allowed)
            ? AppendAsync(call, save, new AnswerSaved(call.Now(), save.Field, value) { IsMasked = step.Flag("masked") })
            : throw Invalid($"The answer to '{save.Field}' cannot be kept; allowed is {allowed}.");
    }

    private static Task GoToAsync(CallSession call, Script script, ScriptCommand.GoTo go) => script.FindStep(go.Step) is not null
        ? AppendAsync(call, go, new StepEntered(call.Now(), go.Step, StepEntered.Jump))
        : throw Invalid($"Script '{script.Name}' has no step '{go.Step}'; it has {string.Join(", ", script.Steps.Select(s => s.Name))}.");

    private static Task GoBackAsync(CallSession call, Script script, ScriptCommand.GoBack back) =>
        call.Record.Script!.Path.LastOrDefault(name => script.FindStep(name) is { } step && !IsPassed(call, step)) is { } earlier
            ? AppendAsync(call, back, new StepEntered(call.Now(), earlier, StepEntered.Back))
            : throw Invalid("There is no step to go back to.");

    private static async Task AdvanceAsync(CallSession call, (CompanyDefinition Company, Script Script, ScriptStep Step) found, ScriptCommand.Advance advance)
    {
        var (_, script, step) = found;
        var exits = ScriptScreens.ExitsOf(step, call.Services.Scripts);
        var exit = advance.Exit ?? ScriptExit.Next;
        if (!exits.Contains(exit, StringComparer.Ordinal))
        {
            throw Invalid($"Step '{step.Name}' has no way out '{exit}'; it has {string.Join(", ", exits)}.");
        }

        if (step.Flag("required") && exit == ScriptExit.Next && step.Text("field") is { } field && call.Record.Script!.Answer(field) is null)
        {
            throw Invalid($"Step '{step.Name}' needs an answer to '{field}' before it goes on.");
        }

        var now = call.Now();
        IReadOnlyList<CallEvent> next = script.Follow(step, exit) is { } to ? [new StepEntered(now, to, exit)] : [];
        switch (step.Kind)
        {
            case "message":
                await MessageTaking.TakeAnswersAsync(call, step, next, Processed(call, advance));
                break;
            case "callback":
                await AppendAsync(call, advance, [new CallbackPromised(now), .. next]);
                break;
            case "transfer" or "escalate" when exit == ScriptExit.Next && ScriptTransfers.NextOf(call, step) is { } target:
                await TransferAsync(call, found, advance, target);
                break;
            case "hangup":
                call.RequestEnd();
                break;
            case var _ when next.Count > 0:
                await AppendAsync(call, advance, next);
                break;
        }
    }

    private static Task TransferAsync(CallSession call, (CompanyDefinition Company, Script Script, ScriptStep Step) found, ScriptCommand.Advance advance, TransferTarget target)
    {
        var plan = ScriptTransfers.Plan(call, found.Company, target);
        return plan.Steps.Count == 0 && ScriptTransfers.IsLast(call, found.Step)
            ? throw TransferPlanner.RefusalOf(target, plan)
            : AppendAsync(call, advance, ScriptTransfers.Start(call, target, plan, leave: false));
    }

    private static CallCommandException Invalid(string message) => new(CallCommandError.Invalid, message);
}
