using System.Globalization;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>A part of a condition.</summary>
internal abstract record ConditionNode
{
    public abstract bool Evaluate(IReadOnlyDictionary<string, string> facts);

    public abstract IEnumerable<string> Names();

    internal sealed record All(IReadOnlyList<ConditionNode> Parts) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) => Parts.All(p => p.Evaluate(facts));

        public override IEnumerable<string> Names() => Parts.SelectMany(p => p.Names());
    }

    internal sealed record Any(IReadOnlyList<ConditionNode> Parts) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) => Parts.Any(p => p.Evaluate(facts));

        public override IEnumerable<string> Names() => Parts.SelectMany(p => p.Names());
    }

    internal sealed record Not(ConditionNode Part) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) => !Part.Evaluate(facts);

        public override IEnumerable<string> Names() => Part.Names();
    }

    /// <summary>A name that is true or false.</summary>
    internal sealed record Flag(string Name) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) => facts.TryGetValue(Name, out var value) && value == "true";

        public override IEnumerable<string> Names() => [Name];
    }

    internal sealed record Empty(string Name) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) => !facts.TryGetValue(Name, out var value) || value.Length == 0;

        public override IEnumerable<string> Names() => [Name];
    }

    internal sealed record Contains(string Name, string Text) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) =>
            facts.TryGetValue(Name, out var value) && value.Contains(Text, StringComparison.OrdinalIgnoreCase);

        public override IEnumerable<string> Names() => [Name];
    }

    /// <summary>A comparison; <c>in</c> is several of them. What is not known is neither equal nor unequal.</summary>
    internal sealed record Compare(string Name, ScriptFieldType Type, string Operator, IReadOnlyList<string> Values) : ConditionNode
    {
        public override bool Evaluate(IReadOnlyDictionary<string, string> facts) =>
            facts.TryGetValue(Name, out var value) && value.Length > 0 && Values.Any(other => Holds(value, other));

        public override IEnumerable<string> Names() => [Name];

        private bool Holds(string value, string other)
        {
            int order;
            if (Type == ScriptFieldType.Number)
            {
                if (!TryNumber(value, out var number) || !TryNumber(other, out var limit))
                {
                    return false;
                }

                order = number.CompareTo(limit);
            }
            else
            {
                // Days are written so that their order is that of their texts.
                order = string.Compare(value, other, StringComparison.OrdinalIgnoreCase);
            }

            return Operator switch { "=" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        }
    }

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
