namespace VirtualOffice.Sdk.Scripts;

/// <summary>What an operator is shown of a call's script.</summary>
/// <param name="Name">The script.</param>
/// <param name="Version">The version of the company's definition it is taken from.</param>
/// <param name="Step">The step the call is at.</param>
/// <param name="Kind">The step's kind.</param>
/// <param name="Text">What is to be said or done, filled in.</param>
/// <param name="Answers">The answers; masked ones have only what may be shown.</param>
/// <param name="Steps">Every step of the script, for going to one.</param>
/// <param name="CanGoBack">Whether there is a step to go back to.</param>
public sealed record ScriptScreen(
    string Name,
    string Version,
    string Step,
    string Kind,
    string Text,
    IReadOnlyList<ScriptAnswer> Answers,
    IReadOnlyList<string> Steps,
    bool CanGoBack)
{
    /// <summary>The field that is asked; null when none is.</summary>
    public string? Field { get; init; }

    /// <summary>What the field may hold.</summary>
    public ScriptFieldType FieldType { get; init; }

    /// <summary>The field's choices.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the field must have an answer before it goes on.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Every field that the script asks for, in the order of its steps; answers may be given and mended at any step.</summary>
    public IReadOnlyList<ScriptField> Fields { get; init; } = [];

    /// <summary>The ways out among which the operator chooses; only <c>next</c> for most steps.</summary>
    public IReadOnlyList<string> Exits { get; init; } = [];
}
