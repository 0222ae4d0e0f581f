namespace VirtualOffice.Sdk.Scripts;

/// <summary>
/// What is done with a company's calls, as data: named steps with transitions. It begins at its first step with no operator; its <c>queue</c> step brings one, whom the
/// steps after it guide. Immutable.
/// </summary>
/// <param name="Name">The name, unique in the company.</param>
/// <param name="Steps">The steps; a step without a transition of its own leads to the one after it.</param>
public sealed record Script(string Name, IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>Which calls it is for; those that come in open hours by default.</summary>
    public ScriptWhen When { get; init => field = value ?? new(); } = new();

    /// <summary>Finds a step; null when there is none with this name.</summary>
    public ScriptStep? FindStep(string name) => Steps.FirstOrDefault(s => s.Name == name);

    /// <summary>The name of the step to which a step leads by an exit: what the exit says, else what <c>next</c> says, else the step after it; null at the end.</summary>
    public string? Follow(ScriptStep step, string exit)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.ExitTo(exit) ?? step.ExitTo(ScriptExit.Next) ?? After(step);
    }

    /// <summary>The name of the step after a step; null after the last one.</summary>
    public string? After(ScriptStep step)
    {
        for (var i = 0; i < Steps.Count - 1; i++)
        {
            if (ReferenceEquals(Steps[i], step) || Steps[i] == step)
            {
                return Steps[i + 1].Name;
            }
        }

        return null;
    }
}
