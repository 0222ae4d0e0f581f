using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Checks each step of a script by itself: its kind, its settings, what they name, and where it leads.</summary>
internal sealed class StepChecks(CompanyDefinition company, int index, IReadOnlyList<ScriptStepKind> kinds, List<ScriptProblem> problems)
{
    private readonly Script _script = company.Scripts[index];
    private readonly IReadOnlyDictionary<string, ScriptName> _names = ScriptName.Of(company, company.Scripts[index], kinds);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private bool _readsAll;

    public void Check(int i)
    {
        var step = _script.Steps[i];
        void Problem(string field, string found, string allowed) => problems.Add(new ScriptProblem(index, i, field, found, allowed));

        if (_script.Steps.Take(i).Any(s => s.Name == step.Name))
        {
            Problem("name", $"'{step.Name}', which another step has too", "a name that no other step of the script has");
        }

        if (kinds.FirstOrDefault(k => k.Name == step.Kind) is not { } kind)
        {
            Problem("do", $"'{step.Kind}'", $"one of {string.Join(", ", kinds.Select(k => k.Name))}{Nearest.Hint(step.Kind, kinds.Select(k => k.Name))}");
            return;
        }

        _readsAll |= kind.ReadsAllFields && step.Texts("fields").Count == 0;
        foreach (var setting in kind.Settings)
        {
            if (setting.IsRequired && step.Texts(setting.Name).Count == 0 && setting.Type is not (StepSettingType.Keys or StepSettingType.Conditions))
            {
                Problem(setting.Name, "nothing", AllowedOf(setting));
            }

            foreach (var text in step.Texts(setting.Name))
            {
                CheckSetting(setting, text, Problem);
            }
        }

        CheckExits(step, kind, Problem);
        CheckAsk(step, kind, Problem);
    }

    public void CheckUnreadFields()
    {
        foreach (var (step, field) in ScriptName.FieldsOf(_script, kinds).DistinctBy(f => f.Field, StringComparer.Ordinal))
        {
            if (!_readsAll && !_read.Contains(field))
            {
                problems.Add(new ScriptProblem(index, IndexOf(step), "field", $"'{field}', which nothing reads", "a field that a condition, a text or a message step reads"));
            }
        }
    }

    private static string AllowedOf(StepSetting setting) => setting.Type switch
    {
        StepSettingType.Prompt => "the name of a prompt the PBX knows",
        StepSettingType.Field => "a field's name: 1 to 40 ASCII letters, digits or '_'",
        StepSettingType.Employee => "the id of an employee",
        StepSettingType.Employees => "a list of ids of employees",
        StepSettingType.Target => TargetChecks.ATarget,
        StepSettingType.Targets => $"a list, each of it {TargetChecks.ATarget}",
        StepSettingType.Choice => $"one of {string.Join(", ", setting.Choices)}",
        _ => "a value",
    };

    private void CheckSetting(StepSetting setting, string text, Action<string, string, string> problem)
    {
        switch (setting.Type)
        {
            case StepSettingType.Text:
                CheckPlaceholders(setting, text, problem);
                break;
            case StepSettingType.Field when !ScriptName.IsFieldName(text):
                problem(setting.Name, $"'{text}'", "a field's name: 1 to 40 ASCII letters, digits or '_', a letter first, and no word that conditions use");
                break;
            case StepSettingType.Fields:
                _read.Add(text);
                CheckField(setting.Name, text, problem);
                break;
            case StepSettingType.Choice when !setting.Choices.Contains(text, StringComparer.Ordinal):
                problem(setting.Name, $"'{text}'", $"{AllowedOf(setting)}{Nearest.Hint(text, setting.Choices)}");
                break;
            case StepSettingType.Whole when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < setting.AtLeast || number > setting.AtMost:
                problem(setting.Name, $"'{text}'", string.Create(CultureInfo.InvariantCulture, $"a whole number, {setting.AtLeast} to {setting.AtMost}"));
                break;
            case StepSettingType.Employee or StepSettingType.Employees:
                CheckEmployee(setting.Name, text, problem);
                break;
            case StepSettingType.Target or StepSettingType.Targets:
                if (TargetChecks.Find(company, text) is var (found, allowed))
                {
                    problem(setting.Name, found, allowed);
                }

                break;
            case StepSettingType.CallType when company.CallTypes.All(t => t.Id.Value != text):
                var types = company.CallTypes.Select(t => t.Id.Value).ToList();
                problem(setting.Name, $"'{text}'", (types.Count == 0 ? "a call type of the company, which has none" : $"one of {string.Join(", ", types)}") + Nearest.Hint(text, types));
                break;
        }
    }

    private void CheckEmployee(string field, string text, Action<string, string, string> problem)
    {
        var ids = company.Employees.Select(e => e.Id.Value).ToList();
        if (!ids.Contains(text, StringComparer.Ordinal))
        {
            problem(field, $"'{text}', who is no employee of the company", (ids.Count == 0 ? "an employee of the company, which has none" : $"one of {string.Join(", ", ids)}") + Nearest.Hint(text, ids));
        }
        else if (field == "to" && company.Employees.First(e => e.Id.Value == text).Numbers.Count == 0)
        {
            problem(field, $"'{text}', who has no number", "an employee who has a number");
        }
    }

    private void CheckPlaceholders(StepSetting setting, string text, Action<string, string, string> problem)
    {
        foreach (var (_, name) in ScriptText.Placeholders(text))
        {
            _read.Add(name);
            if (!_names.ContainsKey(name) && !ScriptName.OfTexts.Contains(name, StringComparer.Ordinal))
            {
                var known = _names.Keys.Concat(ScriptName.OfTexts).Order(StringComparer.Ordinal).ToList();
                problem(setting.Name, $"the unknown placeholder '{{{name}}}'", $"one of {string.Join(", ", known)}{Nearest.Hint(name, known)}");
            }
        }
    }

    private void CheckField(string setting, string name, Action<string, string, string> problem)
    {
        var fields = ScriptName.FieldsOf(_script, kinds).Select(f => f.Field).Distinct(StringComparer.Ordinal).ToList();
        if (!fields.Contains(name, StringComparer.Ordinal))
        {
            problem(setting, $"the unknown field '{name}'", (fields.Count == 0 ? "a field that a step of the script fills" : $"one of {string.Join(", ", fields)}") + Nearest.Hint(name, fields));
        }
    }

    private void CheckExits(ScriptStep step, ScriptStepKind kind, Action<string, string, string> problem)
    {
        var conditions = 0;
        foreach (var exit in step.Exits)
        {
            var field = exit.When is null ? (kind.Exits.Contains(exit.On, StringComparer.Ordinal) || exit.On == ScriptExit.Next ? exit.On : $"keys.{exit.On}") : $"if[{conditions}].to";
            if (exit.When is { } when)
            {
                CheckCondition(conditions++, when, problem);
            }

            if (_script.FindStep(exit.To) is null)
            {
                var steps = _script.Steps.Select(s => s.Name).ToList();
                problem(field, $"the unknown step '{exit.To}'", $"one of {string.Join(", ", steps)}{Nearest.Hint(exit.To, steps)}");
            }
        }

        if (kind.NeedsNext && step.ExitTo(ScriptExit.Next) is null)
        {
            problem(ScriptExit.Next, "nothing", "the name of the step it goes on with");
        }

        if (kind.FindSetting("keys") is { Type: StepSettingType.Keys } && step.Exits.All(e => e.On.Length is 0 or > 4 || !e.On.All(c => char.IsAsciiDigit(c) || c is '*' or '#')))
        {
            problem("keys", "no key", "at least one key with the step it leads to, such as \"1\": orders");
        }

        if (kind.FindSetting("if") is { Type: StepSettingType.Conditions } && conditions == 0)
        {
            problem("if", "no condition", "at least one condition, such as { when: caller.vip, to: director }");
        }
    }

    private void CheckCondition(int number, string when, Action<string, string, string> problem)
    {
        if (ScriptCondition.TryParse(when, _names, out var condition, out var wrong))
        {
            _read.UnionWith(condition.Names);
        }
        else
        {
            problem(string.Create(CultureInfo.InvariantCulture, $"if[{number}].when"), string.Create(CultureInfo.InvariantCulture, $"{wrong.Found} at column {wrong.Column} of '{when}'"), wrong.Allowed);
        }
    }

    private static void CheckAsk(ScriptStep step, ScriptStepKind kind, Action<string, string, string> problem)
    {
        var isChoice = step.FieldType == ScriptFieldType.Choice;
        if (kind.FindSetting("choices") is not null && isChoice != step.Texts("choices").Count > 0)
        {
            problem("choices", isChoice ? "nothing" : "choices for a field of another type", isChoice ? "a list of choices" : "choices only with type: choice");
        }

        if (step.Whole("min") > step.Whole("max"))
        {
            problem("min", $"'{step.Text("min")}'", "at most what max says");
        }

        if (kind.Name == "set" && step.Text("field") is null != step.Text("value") is null)
        {
            problem(step.Text("field") is null ? "field" : "value", "nothing", "a field and its value together");
        }

        if (kind.Name == "set" && step.Settings.Count == 0)
        {
            problem("", "nothing to set", "a field and its value, a callType, or a language");
        }
    }

    private int IndexOf(ScriptStep step)
    {
        for (var i = 0; i < _script.Steps.Count; i++)
        {
            if (ReferenceEquals(_script.Steps[i], step))
            {
                return i;
            }
        }

        return 0;
    }
}
