using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Steps at which a caller without an operator presses keys.</summary>
internal static class KeySteps
{
    private const int UsualTries = 3;
    private const int MaxKeys = 32;

    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);

    public static async Task MenuAsync(ScriptRun run)
    {
        var keys = run.Step.Exits.Where(e => e.When is null && e.On.All(IsKey)).ToList();
        if (await ReadAsync(run, keys.Max(e => e.On.Length), end: null, run.Step.Time("wait")) is { } pressed)
        {
            await (keys.Any(e => e.On == pressed) ? run.LeaveAsync(pressed) : run.AppendAsync(new KeysEntered(run.Call.Now(), pressed)));
        }
    }

    public static async Task CollectAsync(ScriptRun run)
    {
        var (min, max) = (run.Step.Whole("min") ?? 1, run.Step.Whole("max") ?? MaxKeys);
        if (await ReadAsync(run, Math.Max(min, max), end: '#', run.Step.Time("wait")) is { } pressed)
        {
            await SaveOrAskAgainAsync(run, pressed, pressed.Length >= min ? pressed : null);
        }
    }

    public static async Task AskAsync(ScriptRun run)
    {
        var isChoice = run.Step.FieldType == ScriptFieldType.Choice;
        var choices = run.Step.Texts("choices");
        if (await ReadAsync(run, isChoice && choices.Count < 10 ? 1 : MaxKeys, end: '#', run.Step.Time("wait")) is not { } pressed)
        {
            return;
        }

        var text = !isChoice ? pressed : int.TryParse(pressed, out var number) && number >= 1 && number <= choices.Count ? choices[number - 1] : "";
        await SaveOrAskAgainAsync(run, pressed, ScriptAnswers.TryCheck(run.Step, text, out var value, out _) ? value : null);
    }

    private static bool IsKey(char c) => char.IsAsciiDigit(c) || c is '*' or '#';

    /// <summary>The keys; null when the call is over, or the step was left because it was tried often enough.</summary>
    private static async Task<string?> ReadAsync(ScriptRun run, int max, char? end, TimeSpan? pause)
    {
        var failed = run.State.Keys;
        if (failed.Count >= (run.Step.Whole("tries") ?? UsualTries))
        {
            // A step without an exit of its own for who presses nothing treats it as wrong keys, and the other way round.
            var exit = failed[^1].Length == 0 && run.Step.Kind == "menu" ? "timeout" : "invalid";
            var other = exit == "timeout" ? "invalid" : "timeout";
            await run.LeaveAsync(run.Step.ExitTo(exit) is null && run.Step.ExitTo(other) is not null ? other : exit);
            return null;
        }

        return await KeyReader.ReadAsync(
            run.Call,
            run.State.IsPromptHeard ? null : run.Prompt,
            max,
            end,
            pause ?? UsualPause,
            run.Step.Kind == "menu" ? () => run.Call.AppendAsync(new PromptHeard(run.Call.Now(), IsInformation: false)) : null);
    }

    private static Task SaveOrAskAgainAsync(ScriptRun run, string pressed, string? value)
    {
        var isMasked = run.Step.Flag("masked");
        return value is not null ? run.LeaveAsync(ScriptExit.Next, new AnswerSaved(run.Call.Now(), run.Step.Text("field")!, value) { IsMasked = isMasked })
            : run.AppendAsync(new KeysEntered(run.Call.Now(), isMasked ? new string('•', pressed.Length) : pressed));
    }
}
