using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>The remarks of a document: what follows a <c>#</c> that stands in no text.</summary>
internal static class Remarks
{
    /// <summary>Every remark with its place, in order.</summary>
    public static IReadOnlyList<(int At, string Text)> Of(string text, YamlNode root)
    {
        var remarks = new List<(int, string)>();
        var at = 0;
        foreach (var (start, end, isBlock) in Scalars(root).Where(s => s.End > s.Start).OrderBy(s => s.Start))
        {
            Find(text, at, start, remarks);
            if (isBlock && text.IndexOf('\n', start) is > 0 and var header && header < end)
            {
                Find(text, start, header, remarks);
            }

            at = Math.Max(at, end);
        }

        Find(text, at, text.Length, remarks);
        return remarks;
    }

    private static void Find(string text, int start, int end, List<(int, string)> remarks)
    {
        for (var at = start; at < end && (at = text.IndexOf('#', at, end - at)) >= 0; at++)
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                continue;
            }

            var line = text.IndexOf('\n', at) is >= 0 and var breaks ? breaks : text.Length;
            remarks.Add((at, text[at..line].TrimEnd()));
            at = line;
        }
    }

    private static IEnumerable<(int Start, int End, bool IsBlock)> Scalars(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [((int)scalar.Start.Index, (int)scalar.End.Index, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)],
        YamlSequenceNode list => list.Children.SelectMany(Scalars),
        YamlMappingNode mapping => mapping.Children.SelectMany(c => Scalars(c.Key).Concat(Scalars(c.Value))),
        _ => [],
    };
}
