using System.Globalization;
using VirtualOffice.Sdk.Scripts;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads one step of a script: its kind says which settings and ways out it has, and what each may hold.</summary>
internal sealed class ScriptStepReader(DocumentReader reader, IReadOnlyList<ScriptStepKind> kinds)
{
    private const string AName = "a name: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string AStep = "the name of a step";
    private const int MaxText = 2000;
    private const int MaxId = 64;

    /// <summary>An id with what it is of, or a number.</summary>
    private const int MaxTarget = 80;

    internal static readonly string[] FieldTypes = ["text", "name", "phone", "email", "choice", "date", "number"];

    private readonly string[] _kindNames = [.. kinds.Select(k => k.Name)];

    /// <summary>The step; null when something in it is wrong, which is noted.</summary>
    public ScriptStep? Read(DocumentNode node)
    {
        if (node.Yaml is not YamlMappingNode mapping)
        {
            reader.Problem(node, "a mapping with a name, do, and what the kind of step has");
            return null;
        }

        if (KindOf(node, mapping) is not { } kind)
        {
            return null;
        }

        string[] known = [.. ((string[])["name", "do", .. kind.Settings.Select(s => s.Name), .. kind.Exits, ScriptExit.Next]).Distinct(StringComparer.Ordinal)];
        if (kind.Exits.Count == 0)
        {
            known = [.. known.Where(k => k != ScriptExit.Next)];
        }

        if (reader.Fields(node, known) is not { } fields || !reader.TryValue(reader.Required(node, fields, "name", AName), ScriptsReader.TryName, AName, out string? name))
        {
            return null;
        }

        var step = new ScriptStep(name!, kind.Name);
        var isGood = fields.Count == mapping.Children.Count;
        foreach (var setting in kind.Settings.Where(s => fields.ContainsKey(s.Name)))
        {
            isGood &= TryRead(fields[setting.Name], setting, ref step);
        }

        foreach (var exit in known.Where(k => k is not ("name" or "do") && kind.FindSetting(k) is null && fields.ContainsKey(k)))
        {
            isGood &= TryExit(fields[exit], exit, ref step);
        }

        return isGood ? step : null;
    }

    private ScriptStepKind? KindOf(DocumentNode node, YamlMappingNode mapping)
    {
        if (!mapping.Children.ContainsKey(new YamlScalarNode("do")))
        {
            reader.Problem(node.Child(node.Yaml, "do"), $"the kind of step: one of {string.Join(", ", _kindNames)}", "nothing");
            return null;
        }

        var kind = node.Field("do");
        if (kinds.FirstOrDefault(k => k.Name == kind.Text) is { } found)
        {
            return found;
        }

        reader.Problem(kind, $"one of {string.Join(", ", _kindNames)}{Nearest.Hint(kind.Text ?? "", _kindNames)}");
        return null;
    }

    private bool TryRead(DocumentNode node, StepSetting setting, ref ScriptStep step)
    {
        switch (setting.Type)
        {
            case StepSettingType.Keys:
                return TryKeys(node, ref step);
            case StepSettingType.Conditions:
                return TryConditions(node, ref step);
            case StepSettingType.Words or StepSettingType.Employees or StepSettingType.Fields or StepSettingType.Targets:
                var texts = Texts(node, setting);
                step = texts is null ? step : step.With(setting.Name, texts);
                return texts is not null;
            default:
                var text = OneOf(node, setting);
                step = text is null ? step : step.With(setting.Name, text);
                return text is not null;
        }
    }

    private IReadOnlyList<string>? Texts(DocumentNode node, StepSetting setting)
    {
        // One is written without a list.
        if (node.Yaml is not YamlSequenceNode && setting.Type is StepSettingType.Employees or StepSettingType.Targets)
        {
            return reader.Text(node, MaxTarget) is { } one ? [one] : null;
        }

        var items = reader.Items(node, "a list of texts");
        var texts = items.Select(item => reader.Text(item, 100)).OfType<string>().ToList();
        if (items.Count == 0 && node.Yaml is YamlSequenceNode)
        {
            reader.Problem(node, "a list of at least one", "an empty list");
        }

        return texts.Count == items.Count && texts.Count > 0 ? texts : null;
    }

    private string? OneOf(DocumentNode node, StepSetting setting)
    {
        switch (setting.Type)
        {
            case StepSettingType.Prompt:
                return PromptReader.TryRead(reader, node, out var prompt) ? prompt!.Name : null;
            case StepSettingType.Whole:
                return reader.TryWhole(node, setting.AtLeast, setting.AtMost, out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : null;
            case StepSettingType.Time:
                return ShortTime.TryRead(reader, node, TimeSpan.FromSeconds(setting.AtLeast), TimeSpan.FromSeconds(setting.AtMost), out _) ? node.Text : null;
            case StepSettingType.Flag:
                return Word(node, ["true", "false"]);
            case StepSettingType.Choice:
                return Word(node, setting.Choices);
            case StepSettingType.FieldType:
                return Word(node, FieldTypes);
            case StepSettingType.Language:
                return reader.TryValue(node, CallTypesReader.TryLanguage, "a language tag, such as en or pt-BR", out string? language) ? language : null;
            default:
                return reader.Text(node, setting.Type switch { StepSettingType.Text => MaxText, StepSettingType.Target => MaxTarget, _ => MaxId });
        }
    }

    private string? Word(DocumentNode node, IReadOnlyList<string> words)
    {
        if (node.Text is { } text && words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        reader.Problem(node, $"one of {string.Join(", ", words)}{Nearest.Hint(node.Text ?? "", words)}");
        return null;
    }

    private bool TryKeys(DocumentNode node, ref ScriptStep step)
    {
        const string Keys = "keys with the steps they lead to, such as { \"1\": orders, \"2\": visas }";
        if (node.Yaml is not YamlMappingNode { Children.Count: > 0 } mapping)
        {
            reader.Problem(node, Keys);
            return false;
        }

        var isGood = true;
        foreach (var (key, value) in mapping.Children)
        {
            var text = (key as YamlScalarNode)?.Value ?? "";
            var child = node.Child(value, DocumentNode.Short(text));
            if (text.Length is 0 or > 4 || !text.All(c => char.IsAsciiDigit(c) || c is '*' or '#'))
            {
                reader.Problem(new DocumentNode(key, child.Path), "1 to 4 keys of a phone: 0 to 9, * and #", $"'{DocumentNode.Short(text)}'");
                isGood = false;
            }
            else
            {
                isGood &= TryExit(child, text, ref step);
            }
        }

        return isGood;
    }

    private bool TryConditions(DocumentNode node, ref ScriptStep step)
    {
        const string Conditions = "a list of conditions, such as { when: caller.vip, to: director }";
        var items = reader.Items(node, Conditions);
        if (items.Count == 0 && node.Yaml is YamlSequenceNode)
        {
            reader.Problem(node, Conditions, "an empty list");
        }

        var isGood = items.Count > 0;
        foreach (var item in items)
        {
            if (reader.Fields(item, "when", "to") is { } fields
                && reader.Text(reader.Required(item, fields, "when", "a condition, such as topic = visa and not caller.vip"), ScriptCondition.MaxLength) is { } when
                && reader.Text(reader.Required(item, fields, "to", AStep), 64) is { } to)
            {
                step = step.If(when, to);
            }
            else
            {
                isGood = false;
            }
        }

        return isGood;
    }

    private bool TryExit(DocumentNode node, string exit, ref ScriptStep step)
    {
        if (reader.Text(node, 64) is not { } to)
        {
            return false;
        }

        step = step.To(exit, to);
        return true;
    }
}
