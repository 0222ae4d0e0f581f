using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads skills with their levels, such as <c>{ english: 2 }</c>.</summary>
internal static class SkillsReader
{
    private const string ALevel = "a level, 1 to 10";

    public static IReadOnlyDictionary<string, int> Read(DocumentReader reader, DocumentNode? node)
    {
        var skills = new Dictionary<string, int>(StringComparer.Ordinal);
        if (node is null)
        {
            return skills;
        }

        if (node.Yaml is not YamlMappingNode mapping)
        {
            reader.Problem(node, "skills with levels 1 to 10, such as { english: 2 }");
            return skills;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var child = node.Child(value, DocumentNode.Short(name));
            if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                reader.Problem(new DocumentNode(key, child.Path), "the name of a skill: 1 to 64 ASCII letters, digits, '-' or '_'");
            }
            else if (reader.TryValue(child, TryLevel, ALevel, out int level))
            {
                skills[name] = level;
            }
        }

        return skills;
    }

    private static bool TryLevel(string? text, out int level) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out level) && level is >= 1 and <= 10;
}
