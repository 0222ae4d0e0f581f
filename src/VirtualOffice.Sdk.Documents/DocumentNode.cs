using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A node of a document with its path, for example <c>employees[1].numbers[0]</c>.</summary>
internal sealed record DocumentNode(YamlNode Yaml, string Path)
{
    public int Line => (int)Yaml.Start.Line;

    /// <summary>What stands there, short enough for a message.</summary>
    public string Found => Yaml switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode { Value: { Length: > 60 } text } => $"'{text[..60]}…'",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    public DocumentNode Child(YamlNode yaml, string field) => new(yaml, Path.Length == 0 ? field : $"{Path}.{field}");

    public DocumentNode Item(YamlNode yaml, int index) => new(yaml, $"{Path}[{index}]");
}
