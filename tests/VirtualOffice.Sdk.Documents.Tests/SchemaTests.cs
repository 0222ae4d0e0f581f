using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Json.Schema;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>The published schema is what the reader reads: every field of the one is a field of the other.</summary>
public sealed partial class SchemaTests
{
    private const string Intruder = "zzz";

    private static readonly CompanyDocuments Documents = new();
    private static readonly JsonSchema Schema = JsonSchema.FromText(Documents.Schema);

    public static TheoryData<string> Examples => ["Documents/every-field.yaml", "Samples/fox-travel.yaml", "Samples/nord-service.yaml"];

    /// <summary>What is to be published is left beside the test.</summary>
    [Fact]
    public void Schema_Published_IsThatOfTheReader()
    {
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "made.schema.json"), Documents.Schema);
        Assert.Equal(Text("company.schema.json"), Documents.Schema.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsValidAndReadWithoutAWarning(string file)
    {
        Assert.Empty(Documents.Read(Text(file)).Problems);
        Assert.Equal("", Errors(YamlJson.Read(Text(file))));
    }

    /// <summary>In one thread: they would share the one evaluator, which makes itself ready while it evaluates.</summary>
    [Fact]
    public void Written_AnyCompany_IsValid() => AnyCompany.Gen.Sample(company => Assert.Equal("", Errors(YamlJson.Read(Documents.Write(company)))), iter: 200, threads: 1);

    [Theory]
    [InlineData("name: Fox Travel", "nam: Fox Travel")]
    [InlineData("timeZone: Europe/Moscow\ngreeting", "timezone: Europe/Moscow\ngreeting")]
    [InlineData("anonymous: message", "anonymous: massage")]
    [InlineData("do: goto, next: bye", "do: goto")]
    [InlineData("do: goto", "do: gotto")]
    [InlineData("hours: { mon: \"10:00-11:00\" }", "hours: { monday: \"10:00-11:00\" }")]
    [InlineData("weight: 2", "weight: 0")]
    [InlineData("wrapUp: 30s", "wrapUp: 30")]
    [InlineData("\"1\": order", "\"x\": order")]
    [InlineData("accent: \"#e4572e\"", "accent: red")]
    [InlineData("urgent: true", "urgent: very")]
    public void Mistake_IsFoundByTheSchemaAndByTheReader(string from, string to)
    {
        var text = Text("Documents/every-field.yaml");
        Assert.Contains(from, text);
        text = text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual("", Errors(YamlJson.Read(text)));
        Assert.NotEmpty(Documents.Read(text).Problems);
    }

    [Fact]
    public void Fields_OfTheReaderAndOfTheSchema_AreTheSame()
    {
        var document = YamlJson.Read(Text("Documents/every-field.yaml"));
        var schema = JsonNode.Parse(Documents.Schema)!.AsObject();
        var used = new Dictionary<JsonObject, HashSet<string>>(ReferenceEqualityComparer.Instance);
        Walk(document, document, schema, schema, "", used);
        foreach (var (mapping, path) in MappingsOf(schema, ""))
        {
            Assert.True(used.ContainsKey(mapping), $"The example has nothing of {path}.");
            Assert.Equal(mapping["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal), used[mapping].Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Everywhere in the example a field is put that nobody knows; the reader then says which it knows there.</summary>
    private static void Walk(JsonNode root, JsonNode? node, JsonObject schema, JsonObject whole, string path, Dictionary<JsonObject, HashSet<string>> used)
    {
        var shape = Shape(node, schema, whole);
        switch (node)
        {
            case JsonObject mapping:
                if (shape["properties"] is JsonObject properties)
                {
                    if (!shape.ContainsKey("patternProperties"))
                    {
                        Assert.Equal(properties.Select(p => p.Key).Order(StringComparer.Ordinal), KnownAt(root, mapping, path).Order(StringComparer.Ordinal));
                    }

                    if (!used.TryGetValue(shape, out var fields))
                    {
                        used[shape] = fields = [];
                    }

                    fields.UnionWith(mapping.Select(f => f.Key).Where(properties.ContainsKey));
                }

                foreach (var (name, value) in mapping.ToList())
                {
                    if (shape["properties"]?[name] is JsonObject inner)
                    {
                        Walk(root, value, inner, whole, path.Length == 0 ? name : $"{path}.{name}", used);
                    }
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Walk(root, list[i], shape["items"]!.AsObject(), whole, $"{path}[{i}]", used);
                }

                break;
        }
    }

    private static IReadOnlyList<string> KnownAt(JsonNode root, JsonObject mapping, string path)
    {
        mapping[Intruder] = "x";
        var problems = Documents.Read(root.ToJsonString(), "fox.json").Problems;
        mapping.Remove(Intruder);
        var problem = Assert.Single(problems, p => p.Found == $"the unknown field '{Intruder}'");
        Assert.Equal(path.Length == 0 ? Intruder : $"{path}.{Intruder}", problem.Field);
        return Hint().Replace(problem.Allowed, "").Split(", ");
    }

    /// <summary>The part of the schema that is meant by a node.</summary>
    private static JsonObject Shape(JsonNode? node, JsonObject schema, JsonObject whole)
    {
        if (schema["$ref"] is { } reference)
        {
            return whole["definitions"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject();
        }

        if (schema["oneOf"] is JsonArray kinds)
        {
            return kinds.Single(k => k!["properties"]!["do"]!["const"]!.GetValue<string>() == node!["do"]!.GetValue<string>())!.AsObject();
        }

        return schema["anyOf"] is JsonArray shapes
            ? shapes.Select(s => Shape(null, s!.AsObject(), whole)).First(s => s["type"]!.GetValue<string>() == node switch { JsonObject => "object", JsonArray => "array", _ => "string" })
            : schema;
    }

    private static IEnumerable<(JsonObject Mapping, string Path)> MappingsOf(JsonNode? node, string path)
    {
        if (node is JsonObject mapping)
        {
            return (mapping["properties"] is JsonObject && mapping["type"]?.ToString() == "object" ? [(mapping, path)] : Enumerable.Empty<(JsonObject, string)>())
                .Concat(mapping.SelectMany(f => MappingsOf(f.Value, $"{path}/{f.Key}")));
        }

        return node is JsonArray list ? list.SelectMany((item, i) => MappingsOf(item, $"{path}/{i}")) : [];
    }

    private static string Errors(JsonNode document)
    {
        var result = Schema.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? "" : string.Join('\n', result.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}").DefaultIfEmpty("not valid"));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@" \(did you mean '[^']*'\?\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hint();
}
