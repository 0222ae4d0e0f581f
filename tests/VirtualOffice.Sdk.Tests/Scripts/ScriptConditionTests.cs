using CsCheck;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Tests.Scripts;

public sealed class ScriptConditionTests
{
    private static readonly Dictionary<string, ScriptName> Names = new(StringComparer.Ordinal)
    {
        ["topic"] = new(ScriptFieldType.Choice, ["tour", "visa", "other"]),
        ["count"] = new(ScriptFieldType.Number, []),
        ["day"] = new(ScriptFieldType.Date, []),
        ["note"] = new(ScriptFieldType.Text, []),
        ["vip"] = new(null, []),
    };

    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal) { ["topic"] = "visa", ["count"] = "10", ["day"] = "2026-12-31", ["note"] = "Hello World", ["vip"] = "true" };

    /// <summary>A condition as text, with what a naive evaluation gives.</summary>
    private static readonly Gen<(string Text, bool Holds)> Leaf = Gen.OneOf(
        Gen.Const(("vip", true)),
        Among("tour", "visa", "other").Select(v => ($"topic = {v}", v == "visa")),
        Among("tour", "visa", "other").Select(v => ($"topic != '{v}'", v != "visa")),
        Gen.Select(Among("<", "<=", ">", ">=", "=", "!="), Gen.Int[-20, 20]).Select((sign, n) => ($"count {sign} {n}", Compare(10, sign, n))),
        Gen.Select(Among("<", ">"), Gen.Int[1, 31]).Select((sign, n) => ($"day {sign} 2026-12-{n:00}", Compare(31, sign, n))),
        Among("hello", "WORLD", "bye", "lo Wo").Select(v => ($"note contains \"{v}\"", "Hello World".Contains(v, StringComparison.OrdinalIgnoreCase))),
        Among("topic", "note", "count").Select(n => ($"{n} is empty", false)),
        Among("topic", "note", "count").Select(n => ($"{n} is not empty", true)),
        Gen.Const(("topic in (tour, visa)", true)),
        Gen.Const(("count in (1, 2, 3)", false)));

    private static readonly Gen<(string Text, bool Holds)> Condition = Tree(5);

    [Fact]
    public void Evaluate_RandomConditions_AreAsANaiveEvaluatorSays() => Condition.Where(c => c.Text.Length <= ScriptCondition.MaxLength).Sample(
        c =>
        {
            Assert.True(ScriptCondition.TryParse(c.Text, Names, out var condition, out var problem), $"{problem}: {c.Text}");
            Assert.Equal(c.Holds, condition.Evaluate(Facts));
        },
        iter: 2000);

    [Fact]
    public void TryParse_RandomLeavesWithoutParentheses_AndBindsTighterThanOr() => Gen.Select(Leaf, Leaf, Leaf).Sample(
        (a, b, c) =>
        {
            Assert.True(ScriptCondition.TryParse($"{a.Text} or {b.Text} and not {c.Text}", Names, out var condition, out _));
            Assert.Equal(a.Holds || (b.Holds && !c.Holds), condition.Evaluate(Facts));
        },
        iter: 500);

    [Fact]
    public void TryParse_AnyText_IsReadOrRefusedAndNeverThrows()
    {
        string[] pieces = ["topic", "count", "vip", "note", "and", "or", "not", "(", ")", "=", "<", "in", "is", "empty", "contains", "'x'", "\"", ",", "7", "é", "\0", "visa", " ", "\t"];
        Among(pieces).Array[0, 30].Sample(
            parts =>
            {
                var text = string.Join(' ', parts);
                if (ScriptCondition.TryParse(text, Names, out var condition, out var problem))
                {
                    condition.Evaluate(new Dictionary<string, string>());
                    condition.Evaluate(new Dictionary<string, string> { ["count"] = "not a number", ["topic"] = "\0" });
                }
                else
                {
                    Assert.InRange(problem.Column, 1, text.Length + 1);
                }
            },
            iter: 3000);
    }

    [Theory]
    [InlineData("topik = visa", 1, "the unknown name 'topik'", "(did you mean 'topic'?)")]
    [InlineData("topic = vissa", 9, "'vissa'", "(did you mean 'visa'?)")]
    [InlineData("count > many", 9, "'many'", "a number")]
    [InlineData("day > tomorrow", 7, "'tomorrow'", "a day, such as")]
    [InlineData("vip = true", 5, "'='", "true or false by itself")]
    [InlineData("note < 3", 6, "'<'", "= != in contains")]
    [InlineData("topic contains visa", 7, "'contains'", "= != in")]
    [InlineData("(vip", 5, "the end", "')'")]
    [InlineData("vip vip", 5, "'vip'", "and, or")]
    [InlineData("topic in visa", 10, "'visa'", "'('")]
    [InlineData("note = 'x", 8, "a text without its closing '", "a text between")]
    [InlineData("note ~ x", 6, "'~'", "a name")]
    [InlineData("", 1, "the end", "a name")]
    [InlineData("topic is full", 10, "'full'", "empty")]
    public void TryParse_Mistake_IsToldWithItsColumn(string text, int column, string found, string allowed)
    {
        Assert.False(ScriptCondition.TryParse(text, Names, out _, out var problem));
        Assert.Equal((column, found), (problem.Column, problem.Found));
        Assert.Contains(allowed, problem.Allowed);
    }

    [Fact]
    public void TryParse_TooLongOrTooDeep_IsRefused()
    {
        Assert.False(ScriptCondition.TryParse(new string(' ', 1001), Names, out _, out var problem));
        Assert.Contains("1000", problem.Allowed);
        Assert.False(ScriptCondition.TryParse(new string('(', 40) + "vip" + new string(')', 40), Names, out _, out problem));
        Assert.Contains("32", problem.Allowed);
        Assert.False(ScriptCondition.TryParse(string.Concat(Enumerable.Repeat("not ", 40)) + "vip", Names, out _, out problem));
        Assert.True(ScriptCondition.TryParse(new string('(', 30) + "vip" + new string(')', 30), Names, out _, out _));
    }

    [Fact]
    public void Evaluate_WhatIsNotKnown_DoesNotHold()
    {
        foreach (var text in new[] { "topic = visa", "topic != visa", "count < 3", "note contains x", "vip", "topic in (visa)" })
        {
            Assert.True(ScriptCondition.TryParse(text, Names, out var condition, out _));
            Assert.False(condition.Evaluate(new Dictionary<string, string>()), text);
        }
    }

    private static Gen<(string Text, bool Holds)> Tree(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var inner = Tree(depth - 1);
        return Gen.OneOf(
            Leaf,
            inner.Select(i => ($"not ({i.Text})", !i.Holds)),
            Gen.Select(inner, inner).Select((a, b) => ($"({a.Text}) and ({b.Text})", a.Holds && b.Holds)),
            Gen.Select(inner, inner).Select((a, b) => ($"({a.Text}) or ({b.Text})", a.Holds || b.Holds)));
    }

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool Compare(int a, string sign, int b) => sign switch { "<" => a < b, "<=" => a <= b, ">" => a > b, ">=" => a >= b, "=" => a == b, _ => a != b };
}
