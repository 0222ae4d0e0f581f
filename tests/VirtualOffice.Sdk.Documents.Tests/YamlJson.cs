using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Turns YAML into the JSON that editors check against a schema.</summary>
internal static class YamlJson
{
    public static JsonNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Of(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Of(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var fields = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    fields[((YamlScalarNode)key).Value!] = Of(value);
                }

                return fields;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select(Of)]);
            default:
                var scalar = (YamlScalarNode)node;
                return scalar.Style != ScalarStyle.Plain ? JsonValue.Create(scalar.Value)
                    : scalar.Value is "true" or "false" ? JsonValue.Create(scalar.Value == "true")
                    : int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
                    : JsonValue.Create(scalar.Value);
        }
    }
}
