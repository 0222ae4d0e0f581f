using System.Globalization;
using VirtualOffice.Sdk.Documents;
using static VirtualOffice.Sdk.Scripts.ConditionLexer;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>
/// Reads a condition by recursive descent and checks it against the names there are:
/// <c>or := and {or and}</c>, <c>and := not {and not}</c>, <c>not := not not | ( or ) | test</c>,
/// <c>test := name | name sign value | name in ( value, … ) | name contains value | name is [not] empty</c>.
/// </summary>
internal sealed class ConditionParser(string text, IReadOnlyDictionary<string, ScriptName> names)
{
    private const int MaxValues = 50;

    public static readonly string[] Words = ["and", "or", "not", "in", "is", "empty", "contains", "true", "false"];

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    private IReadOnlyList<Token> _tokens = [];
    private int _next;
    private int _depth;

    private Token Current => _tokens[_next];

    public ConditionNode Parse()
    {
        if (text.Length > ScriptCondition.MaxLength)
        {
            throw new ConditionException(new ScriptConditionProblem(ScriptCondition.MaxLength + 1, $"{text.Length} characters", $"at most {ScriptCondition.MaxLength} characters"));
        }

        _tokens = Split(text);
        var root = Or();
        return Current.Kind == Kind.End ? root : throw Wrong("and, or, or the end");
    }

    private ConditionNode Or()
    {
        var parts = new List<ConditionNode> { And() };
        while (Take("or"))
        {
            parts.Add(And());
        }

        return parts is [var only] ? only : new ConditionNode.Any(parts);
    }

    private ConditionNode And()
    {
        var parts = new List<ConditionNode> { Not() };
        while (Take("and"))
        {
            parts.Add(Not());
        }

        return parts is [var only] ? only : new ConditionNode.All(parts);
    }

    private ConditionNode Not()
    {
        if (++_depth > ScriptCondition.MaxDepth)
        {
            throw Wrong($"at most {ScriptCondition.MaxDepth} parentheses and nots in each other");
        }

        try
        {
            if (Take("not"))
            {
                return new ConditionNode.Not(Not());
            }

            if (!Take("("))
            {
                return Test();
            }

            var inner = Or();
            return Take(")") ? inner : throw Wrong("and, or, or ')'");
        }
        finally
        {
            _depth--;
        }
    }

    private ConditionNode Test()
    {
        var token = Current;
        if (token.Kind != Kind.Word || Words.Contains(token.Text, StringComparer.Ordinal))
        {
            throw Wrong("a name, such as caller.vip, or not, or '('");
        }

        if (!names.TryGetValue(token.Text, out var name))
        {
            throw Wrong($"a field of the script, or one of {string.Join(", ", names.Keys.Order(StringComparer.Ordinal))}{Nearest.Hint(token.Text, names.Keys)}", $"the unknown name '{token.Text}'");
        }

        _next++;
        if (Take("is"))
        {
            var isNot = Take("not");
            var empty = new ConditionNode.Empty(token.Text);
            return !Take("empty") ? throw Wrong(isNot ? "empty" : "empty, or not empty") : isNot ? new ConditionNode.Not(empty) : empty;
        }

        if (name.Type is not { } type)
        {
            return Comparisons.Any(Current.Is) || Current.Is("in") || Current.Is("contains")
                ? throw Wrong($"nothing: '{token.Text}' is true or false by itself; write '{token.Text}' or 'not {token.Text}'")
                : new ConditionNode.Flag(token.Text);
        }

        return Compare(token.Text, type, name);
    }

    private ConditionNode Compare(string name, ScriptFieldType type, ScriptName about)
    {
        var isOrdered = type is ScriptFieldType.Number or ScriptFieldType.Date;
        if (Current.Is("contains") && !isOrdered && type != ScriptFieldType.Choice)
        {
            _next++;
            return new ConditionNode.Contains(name, Value(ScriptFieldType.Text, about));
        }

        if (Take("in"))
        {
            return new ConditionNode.Compare(name, type, "=", Values(type, about));
        }

        if (Array.Find(Comparisons, Current.Is) is { } sign && (isOrdered || sign is "=" or "!="))
        {
            _next++;
            return new ConditionNode.Compare(name, type, sign, [Value(type, about)]);
        }

        throw Wrong(isOrdered ? "= != < <= > >= in, or is" : type == ScriptFieldType.Choice ? "= != in, or is" : "= != in contains, or is");
    }

    private List<string> Values(ScriptFieldType type, ScriptName about)
    {
        if (!Take("("))
        {
            throw Wrong("'(' and values with commas");
        }

        var values = new List<string>();
        do
        {
            values.Add(Value(type, about));
        }
        while (values.Count < MaxValues && Take(","));
        return Take(")") ? values : throw Wrong(values.Count == MaxValues ? $"')' after at most {MaxValues} values" : "',' or ')'");
    }

    private string Value(ScriptFieldType type, ScriptName about)
    {
        var token = Current;
        if (token.Kind is not (Kind.Text or Kind.Word))
        {
            throw Wrong("a value");
        }

        switch (type)
        {
            case ScriptFieldType.Number when !ConditionNode.TryNumber(token.Text, out _):
                throw Wrong("a number, such as 3 or 2.5");
            case ScriptFieldType.Date when !DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                throw Wrong("a day, such as 2026-12-31");
            case ScriptFieldType.Choice when !about.Choices.Contains(token.Text, StringComparer.OrdinalIgnoreCase):
                throw Wrong(about.Choices.Count == 0 ? "nothing: there are no choices" : $"one of {string.Join(", ", about.Choices)}{Nearest.Hint(token.Text, about.Choices)}");
        }

        _next++;
        return token.Text;
    }

    private bool Take(string sign)
    {
        var isIt = Current.Is(sign);
        _next += isIt ? 1 : 0;
        return isIt;
    }

    private ConditionException Wrong(string allowed, string? found = null) => new(new ScriptConditionProblem(Current.Column, found ?? Current.Shown, allowed));
}
