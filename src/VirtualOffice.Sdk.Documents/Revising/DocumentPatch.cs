using System.Text.Json.Nodes;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Finds which places of a document must change so that it says one tree instead of another.</summary>
/// <param name="source">The document's text.</param>
/// <param name="maxDepth">How deep it goes into what changes; what is deeper is written anew.</param>
internal sealed class DocumentPatch(SourceText source, int maxDepth)
{
    private readonly List<TextEdit> _edits = [];

    public IReadOnlyList<TextEdit> Edits => _edits;

    public SourceText Source => source;

    public void Add(TextEdit edit) => _edits.Add(edit);

    /// <summary>Removes the edits within a part of the text, and gives the part as they make it.</summary>
    public string Take(int start, int end)
    {
        var text = TextEdit.Apply(source.Text, start, end, _edits.Where(e => e.IsIn(start, end)));
        _edits.RemoveAll(e => e.IsIn(start, end));
        return text;
    }

    /// <summary>Goes into a node; false, and nothing is changed, when its layout does not let single places of it be changed.</summary>
    public bool TryChange(YamlNode node, JsonNode? before, JsonNode? after, int depth)
    {
        var made = _edits.Count;
        var isDone = depth < maxDepth && (node, before, after) switch
        {
            (YamlMappingNode mapping, JsonObject a, JsonObject b) => new MappingPatch(this, mapping).TryChange(a, b, depth),
            (YamlSequenceNode { Style: SequenceStyle.Flow } list, JsonArray a, JsonArray b) => new FlowListPatch(this, list).TryChange(a, b, depth),
            (YamlSequenceNode list, JsonArray a, JsonArray b) => new ListPatch(this, list).TryChange(a, b, depth),
            _ => false,
        };
        if (!isDone)
        {
            _edits.RemoveRange(made, _edits.Count - made);
        }

        return isDone;
    }

    /// <summary>Writes what stands between two places anew. A remark that follows it on its last line stays: on the first line, when there are several.</summary>
    public void Replace(int start, int end, string text)
    {
        var remark = source.RemarkAfter(end);
        if (text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line && remark.End > remark.Start)
        {
            text = text.Insert(line, " " + source.Text[remark.Start..remark.End].TrimStart());
            end = remark.End;
        }
        else if (text.StartsWith('\n') && remark.End > remark.Start)
        {
            text = " " + source.Text[remark.Start..remark.End].TrimStart() + text;
            end = remark.End;
        }

        Add(new TextEdit(start, end, text));
    }
}
