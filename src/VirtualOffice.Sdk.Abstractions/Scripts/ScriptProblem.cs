namespace VirtualOffice.Sdk.Scripts;

/// <summary>Something wrong in a script.</summary>
/// <param name="Script">The script's index in the company.</param>
/// <param name="Step">The step's index in it; null when it is of the whole script.</param>
/// <param name="Field">The field, for example <c>to</c> or <c>if[0].when</c>; empty for the whole step.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record ScriptProblem(int Script, int? Step, string Field, string Found, string Allowed)
{
    /// <summary>The field's path in the company's document, for example <c>scripts[0].steps[2].to</c>.</summary>
    public string Path => $"scripts[{Script}]{(Step is { } step ? $".steps[{step}]" : "")}{(Field.Length > 0 ? $".{Field}" : "")}";

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: found {Found}; allowed is {Allowed}.";
}
