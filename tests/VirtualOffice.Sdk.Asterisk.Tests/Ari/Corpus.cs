using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Asterisk.Tests.Ari;

/// <summary>Events that a real Asterisk 22.10.1 sent, one a line, of every type that a call brings about; those of a phone that holds are written after its documentation.</summary>
internal static class Corpus
{
    public static IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Events", "events.jsonl"));

    public static IReadOnlyList<byte[]> Bytes { get; } = [.. Lines.Select(Encoding.UTF8.GetBytes)];

    public static string Find(string type, Func<JsonNode, bool>? condition = null) => Lines.First(line =>
    {
        var node = JsonNode.Parse(line)!;
        return node["type"]!.GetValue<string>() == type && (condition is null || condition(node));
    });

    /// <summary>An event of the corpus with something changed in it.</summary>
    public static byte[] Change(string line, Action<JsonObject> change)
    {
        var node = JsonNode.Parse(line)!.AsObject();
        change(node);
        return JsonSerializer.SerializeToUtf8Bytes(node);
    }
}
