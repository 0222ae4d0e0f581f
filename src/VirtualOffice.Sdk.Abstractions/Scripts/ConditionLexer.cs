namespace VirtualOffice.Sdk.Scripts;

/// <summary>Splits a condition into words, texts and signs.</summary>
internal static class ConditionLexer
{
    /// <summary>What a part of the condition is.</summary>
    internal enum Kind
    {
        Word,
        Text,
        Sign,
        End,
    }

    /// <param name="Kind">What it is.</param>
    /// <param name="Text">The word, the sign, or what the quotes hold.</param>
    /// <param name="Column">Where it begins, from 1.</param>
    internal readonly record struct Token(Kind Kind, string Text, int Column)
    {
        public bool Is(string sign) => Kind is Kind.Sign or Kind.Word && Text == sign;

        public string Shown => Kind == Kind.End ? "the end" : $"'{Text}'";
    }

    private static readonly string[] Signs = ["!=", "<=", ">=", "=", "<", ">", "(", ")", ","];

    public static IReadOnlyList<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                i++;
            }
            else if (c is '\'' or '"')
            {
                var end = text.IndexOf(c, i + 1);
                if (end < 0)
                {
                    throw new ConditionException(new ScriptConditionProblem(i + 1, $"a text without its closing {c}", $"a text between {c} and {c}"));
                }

                tokens.Add(new Token(Kind.Text, text[(i + 1)..end], i + 1));
                i = end + 1;
            }
            else if (IsWord(c))
            {
                var start = i;
                while (i < text.Length && IsWord(text[i]))
                {
                    i++;
                }

                tokens.Add(new Token(Kind.Word, text[start..i], start + 1));
            }
            else if (Array.Find(Signs, s => string.CompareOrdinal(text, i, s, 0, s.Length) == 0) is { } sign)
            {
                tokens.Add(new Token(Kind.Sign, sign, i + 1));
                i += sign.Length;
            }
            else
            {
                throw new ConditionException(new ScriptConditionProblem(i + 1, $"'{c}'", "a name, a value, and, or, not, in, is, contains, = != < <= > >= or parentheses"));
            }
        }

        tokens.Add(new Token(Kind.End, "", text.Length + 1));
        return tokens;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '+';
}
