namespace VirtualOffice.Sdk.Scripts;

/// <summary>Where a call is in its script: folded from the journal.</summary>
/// <param name="Name">The script.</param>
/// <param name="Version">The version of the company's definition it is taken from.</param>
/// <param name="Step">The step the call is at.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record CallScript(string Name, string Version, string Step, DateTimeOffset Since)
{
    private const int MaxPath = 100;

    /// <summary>The answers, in the order in which they were first given.</summary>
    public IReadOnlyList<ScriptAnswer> Answers { get; init; } = [];

    /// <summary>The steps that led here, the latest last; at most 100. Going back takes from it.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>How many steps were entered.</summary>
    public int Entered { get; init; } = 1;

    /// <summary>What the caller has entered at this step in vain; an empty text for nothing in time.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether the step's prompt was heard, since the last keys.</summary>
    public bool IsPromptHeard { get; init; }

    /// <summary>Whether the caller has heard information to its end.</summary>
    public bool GaveInformation { get; init; }

    /// <summary>Whether the caller has waited for an operator since the step was entered.</summary>
    public bool WasQueued { get; init; }

    /// <summary>How many transfers there were before the step was entered.</summary>
    public int TransfersBefore { get; init; }

    /// <summary>The answer of a field; null when there is none.</summary>
    public string? Answer(string field) => Answers.FirstOrDefault(a => a.Field == field)?.Value;

    internal CallScript Enter(StepEntered entered, int transfers) => this with
    {
        Step = entered.Step,
        Since = entered.At,
        Path = entered.Exit == StepEntered.Back ? BackTo(entered.Step) : [.. Path.TakeLast(MaxPath - 1), Step],
        Entered = Entered + 1,
        Keys = [],
        IsPromptHeard = false,
        WasQueued = false,
        TransfersBefore = transfers,
    };

    internal CallScript Save(AnswerSaved saved)
    {
        var answer = new ScriptAnswer(saved.Field, saved.Value, saved.IsMasked, saved.At);
        return saved.Value.Length == 0 ? this with { Answers = [.. Answers.Where(a => a.Field != saved.Field)] } : this with
        {
            Answers = Answers.Any(a => a.Field == saved.Field) ? [.. Answers.Select(a => a.Field == saved.Field ? answer : a)] : [.. Answers, answer],
        };
    }

    internal CallScript Hear(PromptHeard heard) => this with { IsPromptHeard = true, GaveInformation = GaveInformation || heard.IsInformation };

    internal CallScript Press(KeysEntered entered) => this with { Keys = [.. Keys, entered.Keys], IsPromptHeard = false };

    private IReadOnlyList<string> BackTo(string step)
    {
        for (var i = Path.Count - 1; i >= 0; i--)
        {
            if (Path[i] == step)
            {
                return [.. Path.Take(i)];
            }
        }

        return [];
    }
}
