using System.Globalization;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes call types and scripts; what the settings of a step hold is said by its kind.</summary>
internal sealed class ScriptWriter(IReadOnlyList<ScriptStepKind> kinds)
{
    public static JsonNode CallType(CallType type) => new Fields()
        .Add("id", type.Id.Value).Add("name", type.Name).AddTexts("numbers", type.Numbers).Add("language", type.Language).Add("script", type.Script).Node;

    public JsonNode Script(Script script) => new Fields()
        .Add("name", script.Name)
        .Add("when", new Fields().Add("callType", script.When.CallType?.Value).Add("hours", script.When.Hours, ScriptHours.Open, ScriptsReader.Hours).OrNothing)
        .Add("steps", script.Steps, Step).Node;

    private JsonNode Step(ScriptStep step)
    {
        var fields = new Fields().Add("name", step.Name).Add("do", step.Kind);
        var kind = kinds.FirstOrDefault(k => k.Name == step.Kind);
        foreach (var setting in kind?.Settings ?? [])
        {
            fields.Add(setting.Name, Setting(step, setting, kind!));
        }

        // What the kind does not know is written all the same: whoever reads it says what is wrong with it.
        foreach (var (name, texts) in step.Settings.Where(s => kind?.FindSetting(s.Key) is null).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            fields.Add(name, texts.Count == 1 ? JsonValue.Create(texts[0]) : Texts(texts));
        }

        foreach (var exit in step.Exits.Where(e => e.When is null && !IsKey(e, kind)))
        {
            fields.Add(exit.On, exit.To);
        }

        return fields.Node;
    }

    private static JsonNode? Setting(ScriptStep step, StepSetting setting, ScriptStepKind kind)
    {
        var texts = step.Texts(setting.Name);
        switch (setting.Type)
        {
            case StepSettingType.Keys:
                var keys = new Fields();
                foreach (var exit in step.Exits.Where(e => IsKey(e, kind)))
                {
                    keys.Add(exit.On, exit.To);
                }

                return keys.OrNothing;
            case StepSettingType.Conditions:
                return Fields.List(step.Exits.Where(e => e.When is not null), e => new Fields().Add("when", e.When).Add("to", e.To).Node);
            case StepSettingType.Words or StepSettingType.Fields:
                return Texts(texts);
            case StepSettingType.Employees or StepSettingType.Targets:
                return texts.Count == 1 ? JsonValue.Create(texts[0]) : Texts(texts);
            default:
                return texts is [var text, ..] ? Value(text, setting.Type) : null;
        }
    }

    private static JsonNode Value(string text, StepSettingType type) => type switch
    {
        StepSettingType.Flag when text is "true" or "false" => JsonValue.Create(text == "true"),
        StepSettingType.Whole when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static bool IsKey(ScriptExit exit, ScriptStepKind? kind) =>
        exit.When is null && exit.On != ScriptExit.Next && kind is not null && !kind.Exits.Contains(exit.On, StringComparer.Ordinal) && kind.Settings.Any(s => s.Type == StepSettingType.Keys);

    private static JsonArray Texts(IReadOnlyList<string> texts) => Fields.List(texts, t => JsonValue.Create(t));
}
