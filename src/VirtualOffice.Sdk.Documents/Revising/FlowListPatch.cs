using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Changes the items of a list in brackets; those that stay, or move, keep their text.</summary>
internal sealed class FlowListPatch(DocumentPatch patch, YamlSequenceNode list)
{
    private readonly SourceText _source = patch.Source;

    public bool TryChange(JsonArray before, JsonArray after, int depth)
    {
        if (list.Children.Count != before.Count || before.Count == 0 || after.Count == 0)
        {
            return false;
        }

        var items = list.Children.Select(c => (Start: (int)c.Start.Index, End: _source.EndOf(c))).ToList();
        var pairs = EntryPairs.Match(before, after);
        for (var i = 0; i < after.Count; i++)
        {
            if (pairs[i] is >= 0 and var was && !JsonNode.DeepEquals(before[was], after[i]) && !patch.TryChange(list.Children[was], before[was], after[i], depth + 1))
            {
                patch.Add(new TextEdit(items[was].Start, items[was].End, YamlText.Flow(after[i]!)));
            }
        }

        if (pairs.SequenceEqual(Enumerable.Range(0, before.Count)))
        {
            return true;
        }

        // Between items there is a comma; and where there is a remark, too, nothing can be moved past it.
        var gaps = items.Skip(1).Select((item, i) => _source.Text[items[i].End..item.Start]).ToList();
        if (gaps.Exists(g => g.Contains('#', StringComparison.Ordinal)))
        {
            return false;
        }

        var texts = pairs.Select((was, i) => was >= 0 ? patch.Take(items[was].Start, items[was].End) : YamlText.Flow(after[i]!)).ToList();
        foreach (var (start, end) in items)
        {
            patch.Take(start, end);
        }

        patch.Add(new TextEdit(items[0].Start, items[^1].End, string.Join(gaps.Count > 0 ? gaps[0] : ", ", texts)));
        return true;
    }
}
