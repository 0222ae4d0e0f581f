namespace VirtualOffice.Sdk.Scripts;

/// <summary>A field that a script asks an operator to fill.</summary>
/// <param name="Name">The field.</param>
/// <param name="Step">The step that asks it.</param>
/// <param name="Type">What it may hold.</param>
/// <param name="Label">What is asked, filled in.</param>
public sealed record ScriptField(string Name, string Step, ScriptFieldType Type, string Label)
{
    /// <summary>What a <see cref="ScriptFieldType.Choice"/> may be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The least that a <see cref="ScriptFieldType.Number"/> may be; null for no limit.</summary>
    public int? AtLeast { get; init; }

    /// <summary>The most that a <see cref="ScriptFieldType.Number"/> may be; null for no limit.</summary>
    public int? AtMost { get; init; }

    /// <summary>Whether the step is not left without an answer.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the answer must not be shown once it is saved.</summary>
    public bool IsMasked { get; init; }
}
