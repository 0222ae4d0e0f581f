using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads a company's scripts; what steps have is said by their kinds.</summary>
internal sealed class ScriptsReader(DocumentReader reader, IReadOnlyList<ScriptStepKind> kinds)
{
    private const string AName = "a name: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const int MaxSteps = 200;

    internal static readonly (string Name, ScriptHours Hours)[] Hours = [("open", ScriptHours.Open), ("closed", ScriptHours.Closed), ("any", ScriptHours.Any)];

    public IReadOnlyList<Script> Read(DocumentNode? node) =>
    [
        .. reader.Items(node, "a list of scripts, such as { name: visas, when: { callType: visas }, steps: [{ name: hello, do: queue }] }").Select(ReadScript).OfType<Script>(),
    ];

    /// <summary>Checks the scripts of a company that could be read, and notes what is wrong where it stands.</summary>
    public void Check(CompanyDefinition company, DocumentNode node)
    {
        foreach (var problem in ScriptChecks.Check(company, kinds))
        {
            var script = node.Item(problem.Script);
            var steps = problem.Step is null ? null : script.Field("steps");
            var at = steps is null ? Deepest(script, problem.Field) : Deepest(steps.Item(problem.Step!.Value), problem.Field);
            reader.Problem(at with { Path = problem.Path }, problem.Allowed, problem.Found);
        }
    }

    private static DocumentNode Deepest(DocumentNode node, string path)
    {
        foreach (var part in path.Split('.', '[', ']').Where(p => p.Length > 0))
        {
            switch (node.Yaml)
            {
                case YamlMappingNode mapping when mapping.Children.ContainsKey(new YamlScalarNode(part)):
                    node = node.Field(part);
                    break;
                case YamlSequenceNode list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Children.Count:
                    node = node.Item(index);
                    break;
                default:
                    return node;
            }
        }

        return node;
    }

    private Script? ReadScript(DocumentNode node)
    {
        if (reader.Fields(node, "name", "when", "steps") is not { } fields)
        {
            return null;
        }

        reader.TryValue(reader.Required(node, fields, "name", AName), TryName, AName, out string? name);
        var when = fields.TryGetValue("when", out var whenNode) ? ReadWhen(whenNode) : new ScriptWhen();
        const string Steps = "a list of 1 to 200 steps, such as { name: hello, do: say, text: Hello }";
        var list = reader.Required(node, fields, "steps", Steps);
        var items = reader.Items(list, Steps);
        if (items.Count > MaxSteps)
        {
            reader.Problem(list!, Steps, $"{DocumentReader.Count(items.Count)} of them");
        }

        var stepReader = new ScriptStepReader(reader, kinds);
        var steps = items.Select(stepReader.Read).ToList();
        return name is null || when is null || steps.Contains(null) ? null : new Script(name, [.. steps.OfType<ScriptStep>()]) { When = when };
    }

    private ScriptWhen? ReadWhen(DocumentNode node)
    {
        if (reader.Fields(node, "callType", "hours") is not { } fields)
        {
            return null;
        }

        CallTypeId? type = reader.TryValue(fields.GetValueOrDefault("callType"), CallTypeId.TryParse, "the id of a call type", out CallTypeId id) ? id : null;
        return new ScriptWhen(type, reader.TryChoose(fields.GetValueOrDefault("hours"), Hours, out var hours) ? hours : ScriptHours.Open);
    }

    internal static bool TryName(string? text, out string? name)
    {
        name = text;
        return text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }
}
