using System.Collections.Frozen;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>A name that conditions and texts of a script may use, with what it stands for.</summary>
/// <param name="Type">What it holds; null for what is true or false.</param>
/// <param name="Choices">What a <see cref="ScriptFieldType.Choice"/> may be.</param>
public sealed record ScriptName(ScriptFieldType? Type, IReadOnlyList<string> Choices)
{
    private static readonly ScriptName Flag = new(null, []);
    private static readonly ScriptName Text = new(ScriptFieldType.Text, []);

    /// <summary>The names there are in every script: what is known of the caller, the time and the call.</summary>
    private static readonly FrozenDictionary<string, ScriptName> Common = new Dictionary<string, ScriptName>(StringComparer.Ordinal)
    {
        ["caller.number"] = Text,
        ["caller.name"] = Text,
        ["caller.known"] = Flag,
        ["caller.vip"] = Flag,
        ["caller.anonymous"] = Flag,
        ["open"] = Flag,
        ["daypart"] = new(ScriptFieldType.Choice, ["morning", "afternoon", "evening", "night"]),
        ["weekday"] = new(ScriptFieldType.Choice, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
        ["date"] = new(ScriptFieldType.Date, []),
        ["hour"] = new(ScriptFieldType.Number, []),
        ["language"] = Text,
        ["dialled"] = Text,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names that texts may use besides.</summary>
    internal static IReadOnlyList<string> OfTexts { get; } = ["company.name", "operator.name"];

    /// <summary>Whether a field may have the name: 1 to 40 ASCII letters, digits or <c>_</c>, a letter first, and no other meaning.</summary>
    public static bool IsFieldName(string? text) =>
        text is { Length: > 0 and <= 40 } && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !Common.ContainsKey(text) && text != "callType" && !ConditionParser.Words.Contains(text, StringComparer.Ordinal);

    /// <summary>The names a script may use: the common ones, <c>callType</c>, and its fields.</summary>
    /// <param name="company">The company.</param>
    /// <param name="script">The script.</param>
    /// <param name="kinds">The kinds of steps there are.</param>
    public static IReadOnlyDictionary<string, ScriptName> Of(CompanyDefinition company, Script script, IReadOnlyList<ScriptStepKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(script);
        var names = new Dictionary<string, ScriptName>(Common, StringComparer.Ordinal)
        {
            ["callType"] = new(ScriptFieldType.Choice, [.. company.CallTypes.Select(t => t.Id.Value)]),
        };
        foreach (var (step, field) in FieldsOf(script, kinds))
        {
            if (!names.ContainsKey(field) || step.Kind == "ask")
            {
                names[field] = OfStep(step);
            }
        }

        return names;
    }

    /// <summary>The fields that a script fills, each with a step that does.</summary>
    /// <param name="script">The script.</param>
    /// <param name="kinds">The kinds of steps there are.</param>
    public static IEnumerable<(ScriptStep Step, string Field)> FieldsOf(Script script, IReadOnlyList<ScriptStepKind> kinds) =>
        from step in script.Steps
        from setting in kinds.FirstOrDefault(k => k.Name == step.Kind)?.Settings ?? []
        where setting.Type == StepSettingType.Field
        from field in step.Texts(setting.Name)
        select (step, field);

    /// <summary>What the field of a step holds.</summary>
    internal static ScriptName OfStep(ScriptStep step) => new(step.FieldType, step.Texts("choices"));
}
