namespace VirtualOffice.Sdk.Scripts;

/// <summary>The built-in kinds of steps.</summary>
public static class ScriptSteps
{
    private static readonly StepSetting Text = new("text", StepSettingType.Text);
    private static readonly StepSetting Prompt = new("prompt", StepSettingType.Prompt);
    private static readonly StepSetting NeededPrompt = Prompt with { IsRequired = true };
    private static readonly StepSetting Field = new("field", StepSettingType.Field) { IsRequired = true };
    private static readonly StepSetting Masked = new("masked", StepSettingType.Flag);
    private static readonly StepSetting Wait = new("wait", StepSettingType.Time) { AtLeast = 1, AtMost = 60 };
    private static readonly StepSetting Tries = new("tries", StepSettingType.Whole) { AtLeast = 1, AtMost = 10 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScriptStepKind> BuiltIn { get; } =
    [
        new("say", "The operator reads a text; a caller without an operator hears a prompt.") { Settings = [Text, Prompt], IsHeard = true },
        new("ask", "A field is asked: the operator types the answer, a caller without an operator presses keys.")
        {
            Settings =
            [
                Field, Text, Prompt, new("type", StepSettingType.FieldType), new("choices", StepSettingType.Words), new("required", StepSettingType.Flag), Masked,
                new("min", StepSettingType.Whole), new("max", StepSettingType.Whole), Wait, Tries,
            ],
            Exits = [ScriptExit.Next, "invalid"],
            IsHeard = true,
        },
        new("lookup", "The operator is shown what the company says of something.")
        {
            Settings = [new("in", StepSettingType.Choice) { IsRequired = true, Choices = ["faq", "offices", "services", "promotions", "about"] }, Text],
            NeedsOperator = true,
        },
        new("menu", "The caller presses a key, which leads to a step.")
        {
            Settings = [Prompt, Text, new("keys", StepSettingType.Keys) { IsRequired = true }, Wait, Tries],
            Exits = ["timeout", "invalid"],
            IsHeard = true,
        },
        new("collect", "The caller enters digits, ended by # or by a pause.")
        {
            Settings = [Field, Prompt, Text, new("min", StepSettingType.Whole) { AtLeast = 1, AtMost = 32 }, new("max", StepSettingType.Whole) { AtLeast = 1, AtMost = 32 }, Masked, Wait, Tries],
            Exits = [ScriptExit.Next, "invalid"],
            IsHeard = true,
        },
        new("play", "The caller hears information.") { Settings = [NeededPrompt, Text], IsHeard = true },
        new("branch", "Conditions decide where it goes on; the first that holds counts.")
        {
            Settings = [new("if", StepSettingType.Conditions) { IsRequired = true }],
            Exits = ["else"],
            IsAutomatic = true,
        },
        new("queue", "The caller waits for an operator, whom the steps after it guide.") { Exits = [ScriptExit.Next, "left"], OptionalExits = ["left"], IsAutomatic = true, MayEnd = true },
        new("transfer", "The caller is connected with an employee, a group, whoever is on call, or a number.")
        {
            Settings = [new("to", StepSettingType.Target) { IsRequired = true }, Text],
            Exits = ["failed"],
            MayEnd = true,
        },
        new("escalate", "Employees, groups, those on call and numbers are called one after the other until somebody takes the call.")
        {
            Settings = [new("to", StepSettingType.Targets) { IsRequired = true }, Text],
            Exits = ["failed"],
            MayEnd = true,
        },
        new("message", "A message is taken: the operator's, with the answers in it, or the caller's voice.")
        {
            Settings = [new("for", StepSettingType.Employee), Text, Prompt, new("urgent", StepSettingType.Flag), new("fields", StepSettingType.Fields)],
            MayEnd = true,
            ReadsAllFields = true,
        },
        new("callback", "The caller will be called back.") { Settings = [Text, Prompt], Exits = [ScriptExit.Next, "failed"] },
        new("record", "What the caller says is recorded, and kept with the call.")
        {
            Settings = [Field, Prompt, Text, new("limit", StepSettingType.Time) { AtLeast = 1, AtMost = 600 }],
            IsHeard = true,
        },
        new("set", "A field, the call type or the language is set.")
        {
            Settings = [Field with { IsRequired = false }, new("value", StepSettingType.Text), new("callType", StepSettingType.CallType), new("language", StepSettingType.Language)],
            IsAutomatic = true,
        },
        new("hangup", "The call ends.") { Settings = [Text], Exits = [], MayEnd = true },
        new("goto", "It goes on elsewhere.") { NeedsNext = true, IsAutomatic = true },
    ];
}
