using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Documents;

/// <summary>The words of a JSON Schema, draft 7, which editors know best.</summary>
internal static class SchemaParts
{
    public const string AnId = "^[A-Za-z0-9_-]{1,64}$";
    public const string ANumber = @"^\+[0-9 .()-]+$";
    public const string AQuietTime = "^[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2}$";

    /// <summary>A mapping; a field whose name ends with <c>!</c> must be there, and no other field may.</summary>
    public static JsonObject Mapping(string? description, params (string Name, JsonNode Schema)[] fields)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in fields)
        {
            properties[name.TrimEnd('!')] = schema;
        }

        var mapping = Described(new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties }, description);
        if (fields.Where(f => f.Name.EndsWith('!')).Select(f => (JsonNode?)JsonValue.Create(f.Name.TrimEnd('!'))).ToArray() is { Length: > 0 } required)
        {
            mapping["required"] = new JsonArray(required);
        }

        return mapping;
    }

    public static JsonObject Text(int max, string? description = null) => Described(new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = max }, description);

    public static JsonObject Pattern(string pattern, string? description = null) => Described(new JsonObject { ["type"] = "string", ["pattern"] = pattern }, description);

    public static JsonObject Id(string? description = null) => Pattern(AnId, description);

    public static JsonObject Number(string? description = null) => Pattern(ANumber, description ?? "A phone number in international form, in quotes.");

    public static JsonObject Prompt(string? description = null) => Pattern("^[A-Za-z0-9_-][A-Za-z0-9_/-]{0,99}$", description ?? "The name of a recorded prompt.");

    public static JsonObject Length(string? description = null) => Pattern("^[0-9]{1,6}[smh]$", description ?? "A time such as 90s, 2m or 1h.");

    public static JsonObject TimeOfDay(string? description = null) => Pattern("^[0-9]{1,2}:[0-9]{2}$", description);

    public static JsonObject Time(string? description = null) => Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?$", description ?? "A day, or a day and a time of the company.");

    public static JsonObject Language() => Pattern("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", "A language tag, such as en or pt-BR.");

    public static JsonObject Whole(int atLeast, int atMost, string? description = null)
    {
        var schema = Described(new JsonObject { ["type"] = "integer", ["minimum"] = atLeast }, description);
        if (atMost < int.MaxValue)
        {
            schema["maximum"] = atMost;
        }

        return schema;
    }

    public static JsonObject Flag(string? description = null) => Described(new JsonObject { ["type"] = "boolean" }, description);

    public static JsonObject OneOf<T>((string Name, T Value)[] choices, string? description = null) => OneOf(choices.Select(c => c.Name), description);

    public static JsonObject OneOf(IEnumerable<string> words, string? description = null) =>
        Described(new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode?)JsonValue.Create(w))]) }, description);

    public static JsonObject List(JsonNode items, string? description = null, int atLeast = 0, int? atMost = null)
    {
        var list = Described(new JsonObject { ["type"] = "array", ["items"] = items }, description);
        if (atLeast > 0)
        {
            list["minItems"] = atLeast;
        }

        if (atMost is { } max)
        {
            list["maxItems"] = max;
        }

        return list;
    }

    /// <summary>One of several shapes.</summary>
    public static JsonObject Either(params JsonNode[] shapes) => new() { ["anyOf"] = new JsonArray([.. shapes]) };

    public static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    private static JsonObject Described(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }
}
