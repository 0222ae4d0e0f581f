using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Lays a tree out as YAML a person likes to read: what is short on one line, long texts as they are, quotes only where they are needed.</summary>
internal static class YamlText
{
    private const int Widest = 140;

    public static string Of(JsonObject root)
    {
        var text = new StringBuilder();
        AppendFields(text, root, 0, isFirstInline: false);
        return text.ToString();
    }

    /// <summary>What stands after the colon of a field, its blank or line break first; without a line break at its end.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The column of the field's name.</param>
    /// <param name="column">The column at which a value on the same line begins.</param>
    public static string Value(JsonNode value, int indent, int column)
    {
        var text = new StringBuilder();
        AppendValue(text, value, indent, column);
        return text.ToString(0, text.Length - 1);
    }

    /// <summary>An item of a list as it stands after its dash; without a line break at its end.</summary>
    /// <param name="item">The item.</param>
    /// <param name="indent">The column after the dash and its blank.</param>
    public static string Item(JsonNode item, int indent)
    {
        var text = new StringBuilder();
        AppendItem(text, item, indent);
        return text.ToString(0, text.Length - 1);
    }

    /// <summary>A value on one line, whatever is in it.</summary>
    public static string Flow(JsonNode value) => TryFlow(value, evenLines: true)!;

    private static void AppendFields(StringBuilder text, JsonObject mapping, int indent, bool isFirstInline)
    {
        foreach (var (name, value) in mapping)
        {
            if (!isFirstInline)
            {
                text.Append(' ', indent);
            }

            isFirstInline = false;
            var key = YamlScalar.Key(name);
            text.Append(key).Append(':');
            AppendValue(text, value!, indent, indent + key.Length + 2);
        }
    }

    private static void AppendValue(StringBuilder text, JsonNode value, int indent, int column)
    {
        // The company's own fields have room; what is in them is packed.
        var mayPack = indent > 0 || value is not JsonObject { Count: > 1 };
        if (mayPack && TryFlow(value) is { } flow && (column + flow.Length <= Widest || value is JsonValue))
        {
            text.Append(' ').Append(flow).Append('\n');
            return;
        }

        switch (value)
        {
            case JsonObject mapping:
                text.Append('\n');
                AppendFields(text, mapping, indent + 2, isFirstInline: false);
                break;
            case JsonArray list:
                text.Append('\n');
                foreach (var item in list)
                {
                    text.Append(' ', indent + 2).Append("- ");
                    AppendItem(text, item!, indent + 4);
                }

                break;
            default:
                AppendLines(text.Append(' '), value.GetValue<string>(), indent + 2);
                break;
        }
    }

    private static void AppendItem(StringBuilder text, JsonNode item, int indent)
    {
        if (TryFlow(item) is { } flow && (indent + flow.Length <= Widest || item is not JsonObject))
        {
            text.Append(flow).Append('\n');
        }
        else if (item is JsonObject mapping)
        {
            AppendFields(text, mapping, indent, isFirstInline: true);
        }
        else
        {
            AppendLines(text, item.GetValue<string>(), indent);
        }
    }

    private static void AppendLines(StringBuilder text, string lines, int indent)
    {
        text.Append("|-\n");
        foreach (var line in lines.Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : new string(' ', indent)).Append(line).Append('\n');
        }
    }

    /// <summary>On one line; null when there is a text of several lines in it, unless that may be in quotes.</summary>
    private static string? TryFlow(JsonNode? node, bool evenLines = false)
    {
        switch (node)
        {
            case JsonObject mapping:
                var fields = mapping.Select(f => TryFlow(f.Value, evenLines) is { } value ? $"{YamlScalar.Key(f.Key)}: {value}" : null).ToList();
                return fields.Contains(null) ? null : fields.Count == 0 ? "{}" : $"{{ {string.Join(", ", fields)} }}";
            case JsonArray list:
                var items = list.Select(i => TryFlow(i, evenLines)).ToList();
                return items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
            case JsonValue value when value.TryGetValue<bool>(out var flag):
                return flag ? "true" : "false";
            case JsonValue value when value.TryGetValue<int>(out var number):
                return number.ToString(CultureInfo.InvariantCulture);
            default:
                var text = node!.GetValue<string>();
                return !evenLines && YamlScalar.HasLines(text) ? null : YamlScalar.Of(text);
        }
    }
}
