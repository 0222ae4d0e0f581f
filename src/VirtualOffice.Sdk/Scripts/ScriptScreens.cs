using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Makes what an operator is shown of a script.</summary>
internal static class ScriptScreens
{
    public static ScriptScreen? Of(CallRecord call, CompanyDefinition? company, DateTimeOffset now, string? operatorName, ScriptKinds kinds)
    {
        if (call.Script is not { } state || company?.FindScript(state.Name) is not { } script || script.FindStep(state.Step) is not { } step)
        {
            return null;
        }

        var facts = ScriptFacts.Of(call, company, now, OpeningHours.DecideAt(company, now).IsOpen, operatorName);
        var shown = new Dictionary<string, string>(facts, StringComparer.Ordinal);
        foreach (var masked in state.Answers.Where(a => a.IsMasked))
        {
            shown[masked.Field] = masked.Shown;
        }

        var field = step.Text("field");
        return new ScriptScreen(
            script.Name,
            state.Version,
            step.Name,
            step.Kind,
            kinds.FindOwn(step.Kind)?.Show(step, call) ?? ScriptText.Fill(TextOf(step, company), shown),
            [.. state.Answers.Select(a => a with { Value = a.Shown })],
            [.. script.Steps.Select(s => s.Name)],
            state.Path.Count > 0)
        {
            Field = field,
            FieldType = step.FieldType,
            Choices = step.Texts("choices"),
            IsRequired = step.Flag("required"),
            Exits = ExitsOf(step, kinds),
            Fields = FieldsOf(company, script, shown, kinds),
        };
    }

    /// <summary>What operators fill in themselves: what is set or recorded is not among it.</summary>
    private static IReadOnlyList<ScriptField> FieldsOf(CompanyDefinition company, Script script, IReadOnlyDictionary<string, string> shown, ScriptKinds kinds) =>
    [
        .. ScriptName.FieldsOf(script, kinds.All)
            .Where(f => f.Step.Kind is not ("set" or "record"))
            .DistinctBy(f => f.Field, StringComparer.Ordinal)
            .Select(f => new ScriptField(f.Field, f.Step.Name, f.Step.FieldType, ScriptText.Fill(TextOf(f.Step, company), shown))
            {
                Choices = f.Step.Texts("choices"),
                AtLeast = f.Step.FieldType == ScriptFieldType.Number ? f.Step.Whole("min") : null,
                AtMost = f.Step.FieldType == ScriptFieldType.Number ? f.Step.Whole("max") : null,
                IsRequired = f.Step.Flag("required"),
                IsMasked = f.Step.Flag("masked"),
            }),
    ];

    /// <summary>The ways out among which an operator chooses.</summary>
    public static IReadOnlyList<string> ExitsOf(ScriptStep step, ScriptKinds kinds)
    {
        var own = step.Exits.Where(e => e.When is null).Select(e => e.On);
        var ofKind = kinds.Find(step.Kind)?.Exits ?? [];

        // What cannot happen to an operator is no choice; that nobody took a transfer is.
        return [.. (step.Kind == "menu" ? own : step.Kind is "transfer" or "escalate" or "hangup" ? [ScriptExit.Next, .. ofKind] : own.Concat(ofKind))
            .Where(e => e is not ("invalid" or "timeout")).Distinct(StringComparer.Ordinal)];
    }

    private static string TextOf(ScriptStep step, CompanyDefinition company) => step.Text("text") ?? step.Kind switch
    {
        "ask" or "collect" or "record" => $"Ask: {step.Text("field")}",
        "lookup" => $"Look up: {step.Text("in")}",
        "transfer" or "escalate" => $"Transfer to {string.Join(", then ", step.Texts("to").Select(to => NameOfTarget(company, to)))}.",
        "message" => step.Text("for") is { } to ? $"Take a message for {NameOf(company, to)}." : "Take a message.",
        "callback" => "Promise to call back.",
        "hangup" => "Say good-bye; the call ends.",
        "menu" => "Ask which it is.",
        _ => step.Text("prompt") is { } prompt ? $"Tell what '{prompt}' says." : step.Name,
    };

    private static string NameOf(CompanyDefinition company, string id) => EmployeeId.TryParse(id, out var employee) && company.FindEmployee(employee) is { } found ? found.Name : id;

    private static string NameOfTarget(CompanyDefinition company, string to) => TransferTarget.TryParse(to, out var target)
        ? target switch
        {
            { Group: { } id } => company.FindGroup(id)?.Name,
            { OnCallList: { } id } => company.FindOnCallList(id)?.Name,
            { Number: { } number } => number.ToString(),
            _ => NameOf(company, to),
        } ?? to
        : to;
}
