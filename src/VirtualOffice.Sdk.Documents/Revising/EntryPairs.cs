using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Which entry of a list is which of the list that it becomes.</summary>
internal static class EntryPairs
{
    private const int Named = 1000;

    private static readonly string[] Names = ["id", "name", "title", "question", "employee", "number"];

    /// <summary>For each entry of the later list, which it was of the earlier one; -1 for a new one.</summary>
    public static int[] Match(JsonArray before, JsonArray after)
    {
        var pairs = Enumerable.Repeat(-1, after.Count).ToArray();
        var free = Enumerable.Range(0, before.Count).ToHashSet();
        foreach (var least in (int[])[int.MaxValue, Named, 1])
        {
            for (var i = 0; i < after.Count; i++)
            {
                if (pairs[i] >= 0 || Best(i, least) is not { } found)
                {
                    continue;
                }

                pairs[i] = found;
                free.Remove(found);
            }
        }

        return pairs;

        int? Best(int i, int least) => free
            .Select(b => (Entry: b, Likeness: Likeness(before[b], after[i])))
            .Where(b => b.Likeness >= least)
            .OrderByDescending(b => b.Likeness).ThenBy(b => Math.Abs(b.Entry - i)).Select(b => (int?)b.Entry).FirstOrDefault();
    }

    /// <summary>Which of the pairs can stay where they are: the longest run of them whose order is the same.</summary>
    public static HashSet<int> Staying(int[] pairs)
    {
        var longest = new List<int>[pairs.Length];
        var best = new List<int>();
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] < 0)
            {
                continue;
            }

            longest[i] = [.. Enumerable.Range(0, i).Where(p => pairs[p] >= 0 && pairs[p] < pairs[i]).Select(p => longest[p]).MaxBy(l => l.Count) ?? [], i];
            best = longest[i].Count > best.Count ? longest[i] : best;
        }

        return [.. best];
    }

    /// <summary>The same is most alike; then what is called the same; then what has a field in common.</summary>
    private static int Likeness(JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return int.MaxValue;
        }

        if (before is not JsonObject a || after is not JsonObject b)
        {
            return 0;
        }

        var named = Array.Find(Names, n => a[n] is not null && b[n] is not null);
        return (named is not null && JsonNode.DeepEquals(a[named], b[named]) ? Named : 0) + a.Count(f => JsonNode.DeepEquals(f.Value, b[f.Key]));
    }
}
