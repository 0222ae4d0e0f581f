using System.Diagnostics.CodeAnalysis;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>
/// A condition of a script, for example <c>topic = visa and (caller.vip or not open)</c>. Checked when it is read: every name is known and every value fits it. Evaluating it
/// takes no longer than its length, and never throws; what is compared with something that is not known does not hold. Immutable.
/// </summary>
public sealed class ScriptCondition
{
    /// <summary>The longest condition.</summary>
    public const int MaxLength = 1000;

    /// <summary>How deep parentheses and <c>not</c> may be nested.</summary>
    public const int MaxDepth = 32;

    private readonly ConditionNode _root;

    private ScriptCondition(string text, ConditionNode root) => (Text, _root) = (text, root);

    /// <summary>The condition as it was written.</summary>
    public string Text { get; }

    /// <summary>The names it uses, each once.</summary>
    public IReadOnlyList<string> Names => [.. _root.Names().Distinct(StringComparer.Ordinal)];

    /// <summary>Reads and checks a condition.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="names">The names that it may use.</param>
    /// <param name="condition">The condition; null when something is wrong.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    public static bool TryParse(
        string text,
        IReadOnlyDictionary<string, ScriptName> names,
        [NotNullWhen(true)] out ScriptCondition? condition,
        [NotNullWhen(false)] out ScriptConditionProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        try
        {
            (condition, problem) = (new ScriptCondition(text, new ConditionParser(text, names).Parse()), null);
            return true;
        }
        catch (ConditionException e)
        {
            (condition, problem) = (null, e.Problem);
            return false;
        }
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="facts">What is known, by name; see <see cref="ScriptFacts"/>.</param>
    public bool Evaluate(IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _root.Evaluate(facts);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
