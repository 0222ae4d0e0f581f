using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Scripts;
using static VirtualOffice.Sdk.Documents.SchemaParts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>The schema of scripts: each kind of step with its settings and ways out.</summary>
internal static class ScriptSchema
{
    private const string ATarget = "An employee, group:ID, on-call:ID, or number:+78124540101.";

    public static JsonObject Of(IReadOnlyList<ScriptStepKind> kinds) => Mapping(
        "What is done with calls, as named steps.",
        ("name!", Id()),
        ("when", Mapping("Which calls it is for.", ("callType", Id()), ("hours", OneOf(ScriptsReader.Hours)))),
        ("steps!", List(new JsonObject { ["oneOf"] = new JsonArray([.. kinds.Select(k => (JsonNode?)Step(k))]) }, null, atLeast: 1, atMost: 200)));

    private static JsonObject Step(ScriptStepKind kind)
    {
        var fields = new List<(string Name, JsonNode Schema)> { ("name!", Id("The step's name.")), ("do!", new JsonObject { ["const"] = kind.Name }) };
        fields.AddRange(kind.Settings.Select(s => (s.IsRequired ? s.Name + "!" : s.Name, Setting(s))));
        var exits = kind.Exits.Count == 0 ? [] : kind.Exits.Append(ScriptExit.Next).Distinct(StringComparer.Ordinal);
        fields.AddRange(exits.Where(e => kind.FindSetting(e) is null).Select(e => (e == ScriptExit.Next && kind.NeedsNext ? e + "!" : e, (JsonNode)Id("The name of the step it leads to."))));
        return Mapping(kind.Summary, [.. fields]);
    }

    private static JsonNode Setting(StepSetting setting) => setting.Type switch
    {
        StepSettingType.Prompt => Prompt(),
        StepSettingType.Field => Pattern("^[A-Za-z][A-Za-z0-9_]{0,39}$", "The field it fills."),
        StepSettingType.Fields => List(Text(100), null, atLeast: 1),
        StepSettingType.FieldType => OneOf(ScriptStepReader.FieldTypes),
        StepSettingType.Words => List(Text(100), null, atLeast: 1),
        StepSettingType.Choice => OneOf(setting.Choices),
        StepSettingType.Whole => Whole(setting.AtLeast, setting.AtMost),
        StepSettingType.Time => Length(),
        StepSettingType.Flag => Flag(),
        StepSettingType.Employee => Id("An employee."),
        StepSettingType.Employees => Either(Id("An employee."), List(Id(), null, atLeast: 1)),
        StepSettingType.Target => Text(80, ATarget),
        StepSettingType.Targets => Either(Text(80, ATarget), List(Text(80, ATarget), null, atLeast: 1)),
        StepSettingType.CallType => Id("A call type."),
        StepSettingType.Language => Language(),
        StepSettingType.Keys => new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["patternProperties"] = new JsonObject { ["^[0-9*#]{1,4}$"] = Id("The name of the step it leads to.") },
        },
        StepSettingType.Conditions => List(Mapping(null, ("when!", Text(ScriptCondition.MaxLength, "A condition, such as topic = visa and not caller.vip.")), ("to!", Id())), null, atLeast: 1),
        _ => Text(2000),
    };
}
