using System.Globalization;
using VirtualOffice.Sdk.Companies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Reads a document of scenarios. What is wrong is noted with its line, and what is allowed.</summary>
internal sealed class ScenarioReader(string folder, string file, OfficeDefinition office, List<DefinitionProblem> problems)
{
    private const string ATime = "a local time such as \"2026-03-02 10:00\"";

    public IReadOnlyList<Scenario> Read(string text)
    {
        if (Parse(text) is not { } root)
        {
            return [];
        }

        var fields = Fields(root, "(document)", "company", "at", "scenarios");
        var zone = ReadZone(fields.GetValueOrDefault("company"));
        var at = ReadTime(fields.GetValueOrDefault("at"), zone);
        if (fields.GetValueOrDefault("scenarios") is not YamlSequenceNode list)
        {
            Problem(fields.GetValueOrDefault("scenarios") ?? root, "scenarios", "a list of scenarios, such as - { name: Nobody answers, steps: [caller dials +78124540001] }");
            return [];
        }

        return [.. list.Children.Select(node => ReadScenario(node, zone, at)).OfType<Scenario>()];
    }

    private Scenario? ReadScenario(YamlNode node, TimeZoneInfo? zone, DateTimeOffset? at)
    {
        var fields = Fields(node, "scenarios", "name", "at", "steps");
        if (fields.GetValueOrDefault("name") is not YamlScalarNode { Value: { Length: > 0 } name })
        {
            Problem(node, "name", "what the scenario is about");
            return null;
        }

        if (fields.GetValueOrDefault("steps") is not YamlSequenceNode { Children: { Count: > 0 } steps })
        {
            Problem(node, "steps", "a list of sentences");
            return null;
        }

        List<ScenarioStep> read = [];
        foreach (var step in steps)
        {
            if (step is not YamlScalarNode { Value: { Length: > 0 } sentence })
            {
                Problem(step, "steps", "a sentence; put it in quotes when it has a colon and a space in it");
            }
            else if (!SentenceBook.IsUnderstood(sentence))
            {
                Problem(step, "steps", SentenceBook.NotUnderstood(sentence).Problem, sentence);
            }
            else
            {
                read.Add(new ScenarioStep((int)step.Start.Line, sentence));
            }
        }

        return new Scenario(folder, file, (int)node.Start.Line, name, ReadTime(fields.GetValueOrDefault("at"), zone) ?? at, zone, read);
    }

    private YamlMappingNode? Parse(string text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            problems.Add(new DefinitionProblem(file, 1, "(document)", $"{yaml.Documents.Count} documents", "one YAML document with the field scenarios"));
        }
        catch (YamlException e)
        {
            problems.Add(new DefinitionProblem(file, (int)e.Start.Line, "(document)", $"'{e.Message}'", "YAML"));
        }

        return null;
    }

    private IReadOnlyDictionary<string, YamlNode> Fields(YamlNode node, string path, params string[] known)
    {
        if (node is not YamlMappingNode mapping)
        {
            Problem(node, path, $"fields: {string.Join(", ", known)}");
            return new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        }

        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                Problem(key, name, $"one of {string.Join(", ", known)}");
            }
            else
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    private TimeZoneInfo? ReadZone(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var company = office.Companies.FirstOrDefault(c => c.Id.Value == (node as YamlScalarNode)?.Value);
        if (company is null)
        {
            Problem(node, "company", $"one of {string.Join(", ", office.Companies.Select(c => c.Id))}");
        }

        return company?.TimeZone;
    }

    private DateTimeOffset? ReadTime(YamlNode? node, TimeZoneInfo? zone)
    {
        if (node is null)
        {
            return null;
        }

        if (!DateTime.TryParseExact((node as YamlScalarNode)?.Value, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            Problem(node, "at", ATime);
            return null;
        }

        var used = zone ?? office.Companies[0].TimeZone;
        if (used.IsInvalidTime(local))
        {
            Problem(node, "at", $"{ATime} that there is in {used.Id}");
            return null;
        }

        return new DateTimeOffset(local, used.GetUtcOffset(local)).ToUniversalTime();
    }

    private void Problem(YamlNode node, string field, string allowed, string? found = null) =>
        problems.Add(new DefinitionProblem(file, (int)node.Start.Line, field, $"'{found ?? (node as YamlScalarNode)?.Value ?? node.NodeType.ToString()}'", allowed));
}
