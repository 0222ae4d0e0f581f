using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Changes the entries of a list that has a dash before each; those that stay, or move, keep their text and the remarks above them.</summary>
internal sealed class ListPatch(DocumentPatch patch, YamlSequenceNode list)
{
    private readonly SourceText _source = patch.Source;

    public bool TryChange(JsonArray before, JsonArray after, int depth)
    {
        if (list.Children.Count != before.Count || before.Count == 0 || Entries() is not { } entries)
        {
            return false;
        }

        var column = _source.Column(entries[0].Dash);
        var pairs = EntryPairs.Match(before, after);
        for (var i = 0; i < after.Count; i++)
        {
            if (pairs[i] is >= 0 and var was && !JsonNode.DeepEquals(before[was], after[i]) && !patch.TryChange(list.Children[was], before[was], after[i], depth + 1))
            {
                patch.Replace(entries[was].Dash + 1, _source.EndOf(list.Children[was]), " " + YamlText.Item(after[i]!, column + 2));
            }
        }

        var staying = EntryPairs.Staying(pairs);
        var stay = staying.Select(i => pairs[i]).ToHashSet();
        var moved = new Dictionary<int, string>();
        for (var was = 0; was < entries.Count; was++)
        {
            if (!stay.Contains(was))
            {
                moved[was] = patch.Take(entries[was].Start, entries[was].End);
                patch.Add(new TextEdit(entries[was].Start, entries[was].End, "", EndsEntry: true));
            }
        }

        var at = entries[0].Start;
        for (var i = 0; i < after.Count; i++)
        {
            if (staying.Contains(i))
            {
                at = entries[pairs[i]].End;
                continue;
            }

            patch.Add(new TextEdit(at, at, pairs[i] >= 0 ? moved[pairs[i]] : $"{new string(' ', column)}- {YamlText.Item(after[i]!, column + 2)}\n"));
        }

        return true;
    }

    /// <summary>Each entry: its dash, and its lines with the remarks directly above them; null when one of them shares a line with something else.</summary>
    private List<(int Dash, int Start, int End)>? Entries()
    {
        var entries = new List<(int Dash, int Start, int End)>();
        foreach (var item in list.Children)
        {
            var from = entries.Count == 0 ? (int)list.Start.Index : entries[^1].End;
            var dash = DashOf((int)item.Start.Index, from);
            if (dash < 0 || !_source.IsFirstOnLine(dash))
            {
                return null;
            }

            entries.Add((dash, _source.WithRemarks(dash, entries.Count == 0 ? 0 : entries[^1].End), _source.LineEnd(_source.EndOf(item))));
        }

        return entries;
    }

    /// <summary>The dash of an item: between them there are only blanks, and lines of remarks.</summary>
    private int DashOf(int item, int from)
    {
        for (var at = from; at < item; at = _source.LineEnd(at))
        {
            var line = _source.Text[at..Math.Min(_source.LineEnd(at), item)];
            if (line.TrimStart() is ['-', ..] dash)
            {
                return at + line.Length - dash.Length;
            }
        }

        return -1;
    }
}
