namespace VirtualOffice.Sdk.Scripts;

/// <summary>An answer of a caller.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">What it holds; untrusted text.</param>
/// <param name="IsMasked">Whether it must not be shown: screens, messages and logs have <see cref="Shown"/>.</param>
/// <param name="At">When it was saved, UTC.</param>
public sealed record ScriptAnswer(string Field, string Value, bool IsMasked, DateTimeOffset At)
{
    /// <summary>The value as it may be shown.</summary>
    public string Shown => IsMasked ? new string('•', 4) : Value;

    /// <inheritdoc/>
    public override string ToString() => $"{Field} = {Shown}";
}
