using VirtualOffice.Sdk.Companies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A node of a document with its path, for example <c>employees[1].numbers[0]</c>.</summary>
internal sealed record DocumentNode(YamlNode Yaml, string Path)
{
    private const int MaxShown = 60;

    public int Line => (int)Yaml.Start.Line;

    public int Column => (int)Yaml.Start.Column;

    /// <summary>The text that stands there; null when there is a list, a mapping, or nothing: YAML has several words for that.</summary>
    public string? Text => Yaml is YamlScalarNode scalar && !(scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL")
        ? scalar.Value
        : null;

    /// <summary>What stands there, short enough for a message and on one line.</summary>
    public string Found => (Yaml, Text) switch
    {
        (YamlSequenceNode, _) => "a list",
        (YamlMappingNode, _) => "a mapping",
        (_, null or "") => "nothing",
        (_, var text) => $"'{Short(text)}'",
    };

    /// <summary>A field of a mapping that has it.</summary>
    public DocumentNode Field(string field) => Child(((YamlMappingNode)Yaml).Children[new YamlScalarNode(field)], field);

    /// <summary>An item of a list that has it.</summary>
    public DocumentNode Item(int index) => Item(((YamlSequenceNode)Yaml).Children[index], index);

    /// <summary>Something wrong here.</summary>
    public DefinitionProblem Problem(string file, string allowed, string? found = null) =>
        new(file, Line, Path.Length == 0 ? "(document)" : Path, found ?? Found, allowed) { Column = Column };

    public DocumentNode Child(YamlNode yaml, string field) => new(yaml, Path.Length == 0 ? field : $"{Path}.{field}");

    public DocumentNode Item(YamlNode yaml, int index) => new(yaml, $"{Path}[{index}]");

    /// <summary>A text of the document as messages may show it.</summary>
    public static string Short(string text, int max = MaxShown)
    {
        var line = string.Concat(text.Take(max).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > max ? line + "…" : line;
    }
}
