using System.Text.Json.Nodes;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Changes the fields of a mapping that say something else; the others stay where and as they are.</summary>
internal sealed class MappingPatch
{
    private readonly DocumentPatch _patch;
    private readonly SourceText _source;
    private readonly bool _isFlow;
    private readonly List<Field> _fields;

    public MappingPatch(DocumentPatch patch, YamlMappingNode mapping)
    {
        (_patch, _source, _isFlow) = (patch, patch.Source, mapping.Style == MappingStyle.Flow);
        _fields = [.. mapping.Children.Select(c => new Field((c.Key as YamlScalarNode)?.Value ?? "", (int)c.Key.Start.Index, c.Value, _source.AfterColon(c.Key), _source.EndOfField(c.Key, c.Value)))];
    }

    public bool TryChange(JsonObject before, JsonObject after, int depth)
    {
        var changed = before.Select(f => f.Key).Union(after.Select(f => f.Key), StringComparer.Ordinal).Where(n => !JsonNode.DeepEquals(before[n], after[n])).ToList();
        if (_fields.Count == 0 || _fields.Exists(f => f.AfterColon < 0) || changed.Exists(n => before[n] is not null && Find(n) < 0))
        {
            // What the document says with another field, or in another way, has to be said anew.
            return false;
        }

        var gone = new HashSet<int>();
        foreach (var at in changed.Select(Find).Where(f => f >= 0))
        {
            if (!TryChangeField(_fields[at], before[_fields[at].Name], after[_fields[at].Name], depth))
            {
                gone.Add(at);
            }
        }

        // A new field stands after the one that is written before it; or else where another one was.
        List<string> order = [.. after.Select(f => f.Key)];
        var otherwise = gone.Count > 0 ? gone.Min() : _fields.Count - 1;
        var added = order.Where(n => Find(n) < 0 && changed.Contains(n, StringComparer.Ordinal)).Select(n => (Name: n, After: order.TakeWhile(o => o != n).Select(Find).LastOrDefault(f => f >= 0, otherwise))).ToList();
        if (_isFlow)
        {
            return (gone.Count == 0 && added.Count == 0) || TryCompose(gone, added, after);
        }

        // The first field of a list's entry stands after the dash: when it goes, what stays takes its place.
        var first = gone.Contains(0) && !_source.IsFirstOnLine(_fields[0].Start) ? Enumerable.Range(0, _fields.Count).FirstOrDefault(f => !gone.Contains(f), -1) : 0;
        if (first < 0)
        {
            return false;
        }

        foreach (var (name, at) in added)
        {
            var (column, place, key) = (_source.Column(_fields[0].Start), _source.LineEnd(_fields[Math.Max(at, first)].End), YamlScalar.Key(name));
            _patch.Add(new TextEdit(place, place, $"{new string(' ', column)}{key}:{YamlText.Value(after[name]!, column, column + key.Length + 2)}\n"));
        }

        Remove(gone, first);
        return true;
    }

    private int Find(string name) => _fields.FindIndex(f => f.Name == name);

    /// <summary>False when the field is to go.</summary>
    private bool TryChangeField(Field field, JsonNode? before, JsonNode? after, int depth)
    {
        // A list of which nothing is left stays as an empty one, with the remarks about it; and so does what holds such lists.
        var next = after ?? (field.Value is YamlSequenceNode ? new JsonArray() : field.Value is YamlMappingNode m && m.Children.Any(c => c.Value is YamlSequenceNode) ? new JsonObject() : null);
        if (next is not null && _patch.TryChange(field.Value, before, next, depth + 1))
        {
            if (next is JsonArray { Count: 0 })
            {
                _patch.Add(new TextEdit(field.AfterColon, field.AfterColon, " []"));
            }

            return true;
        }

        if (after is null)
        {
            return false;
        }

        var column = _source.Column(field.Start);
        _patch.Replace(field.AfterColon, field.End, _isFlow ? " " + YamlText.Flow(after) : YamlText.Value(after, column, column + (field.AfterColon - field.Start) + 1));
        return true;
    }

    /// <summary>Fields that stand on lines of their own go with these, and with the remarks above them.</summary>
    private void Remove(HashSet<int> gone, int first)
    {
        if (first > 0)
        {
            _patch.Add(new TextEdit(_fields[0].Start, _fields[first].Start, "", EndsEntry: true));
        }

        foreach (var at in gone.Where(f => f >= first))
        {
            _patch.Add(new TextEdit(_source.WithRemarks(_fields[at].Start, at == 0 ? 0 : _fields[at - 1].End), _source.LineEnd(_fields[at].End), "", EndsEntry: true));
        }
    }

    /// <summary>Puts what stands in braces together again; not where remarks stand between.</summary>
    private bool TryCompose(HashSet<int> gone, List<(string Name, int After)> added, JsonObject after)
    {
        var gaps = _fields.Skip(1).Select((field, i) => _source.Text[_fields[i].End..field.Start]).ToList();
        if (gone.Count == _fields.Count || gaps.Exists(g => g.Contains('#', StringComparison.Ordinal)))
        {
            return false;
        }

        var parts = new List<string>();
        for (var at = 0; at < _fields.Count; at++)
        {
            var text = _patch.Take(_fields[at].Start, _fields[at].End);
            if (!gone.Contains(at))
            {
                parts.Add(text);
            }

            parts.AddRange(added.Where(a => a.After == at).Select(a => $"{YamlScalar.Key(a.Name)}: {YamlText.Flow(after[a.Name]!)}"));
        }

        _patch.Add(new TextEdit(_fields[0].Start, _fields[^1].End, string.Join(gaps.Count > 0 ? gaps[0] : ", ", parts)));
        return true;
    }

    private sealed record Field(string Name, int Start, YamlNode Value, int AfterColon, int End);
}
