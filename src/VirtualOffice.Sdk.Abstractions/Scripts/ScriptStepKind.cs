namespace VirtualOffice.Sdk.Scripts;

/// <summary>What steps of a kind have: documents are read, checked and drawn by it.</summary>
/// <param name="Name">The kind's name, as scripts write it.</param>
/// <param name="Summary">What such a step does, in one sentence.</param>
public sealed record ScriptStepKind(string Name, string Summary)
{
    /// <summary>The settings.</summary>
    public IReadOnlyList<StepSetting> Settings { get; init; } = [];

    /// <summary>The exits besides keys and conditions; <c>next</c> for a step that simply goes on. One that is not set leads where <c>next</c> does, else to the step after it.</summary>
    public IReadOnlyList<string> Exits { get; init; } = [ScriptExit.Next];

    /// <summary>Those of the exits that lead nowhere when they are not set: the office then does what it does without a script.</summary>
    public IReadOnlyList<string> OptionalExits { get; init; } = [];

    /// <summary>Whether <c>next</c> must be set.</summary>
    public bool NeedsNext { get; init; }

    /// <summary>Whether nobody sees such a step: it is passed at once, also when an operator is guided.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether the call may end, or go to a person, in such a step.</summary>
    public bool MayEnd { get; init; }

    /// <summary>Whether such a step needs an operator.</summary>
    public bool NeedsOperator { get; init; }

    /// <summary>Whether a caller without an operator is asked or told something, for which the step needs a prompt.</summary>
    public bool IsHeard { get; init; }

    /// <summary>Whether such a step reads every field.</summary>
    public bool ReadsAllFields { get; init; }

    /// <summary>Finds a setting; null when there is none with this name.</summary>
    public StepSetting? FindSetting(string name) => Settings.FirstOrDefault(s => s.Name == name);
}
