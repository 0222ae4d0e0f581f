using System.Text;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Makes a document say something else by changing only the places that say it now. What comes of it is read again: only what means exactly what was wanted is given out.</summary>
/// <param name="read">Reads a document; null when something in it is wrong.</param>
/// <param name="write">Writes a company anew.</param>
/// <param name="tree">A company as the tree of its document.</param>
internal sealed class DocumentReviser(Func<string, CompanyDefinition?> read, Func<CompanyDefinition, string> write, Func<CompanyDefinition, JsonObject> tree)
{
    /// <summary>Single values; fields of sections, such as a list of the card; whole sections.</summary>
    private static readonly int[] Depths = [int.MaxValue, 2, 1];

    public CompanyRevision Revise(string text, CompanyDefinition company)
    {
        if (read(text) is not { } before || Root(text) is not { } root)
        {
            return new CompanyRevision(write(company), []);
        }

        if (CompanyComparison.FirstDifference(company, before) is null)
        {
            return new CompanyRevision(text, []);
        }

        // Places are counted without a mark of the byte order; and every line of what is worked on has its end.
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var isOpen = !text.EndsWith('\n');
        var source = new SourceText(text[mark.Length..] + (isOpen ? "\n" : ""));
        var lineBreak = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var depth in Depths)
        {
            var patch = new DocumentPatch(source, depth);
            if (!TryPatch(patch, root, tree(before), tree(company)) || TextEdit.DoOverlap(patch.Edits))
            {
                continue;
            }

            var edits = patch.Edits.Select(e => e with { Text = e.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", lineBreak, StringComparison.Ordinal) }).ToList();
            var revised = mark + TextEdit.Apply(source.Text, 0, source.Text.Length, edits);
            if (read(revised) is { } says && CompanyComparison.FirstDifference(company, says) is null)
            {
                return new CompanyRevision(revised, Lost(source.Text, root, revised, edits));
            }
        }

        var written = write(company);
        return new CompanyRevision(written, Lost(source.Text, root, written, []));
    }

    private static bool TryPatch(DocumentPatch patch, YamlNode root, JsonObject before, JsonObject after)
    {
        if (root is YamlMappingNode mapping
            && mapping.Children.TryGetValue(new YamlScalarNode("hours"), out var found) && found is YamlMappingNode hours
            && before["hours"] is JsonObject was && after["hours"] is JsonObject becomes
            && WeekSpelling.Align(hours, was, becomes) is { } aligned)
        {
            (before["hours"], after["hours"]) = (aligned.Before, aligned.After);
        }

        return patch.TryChange(root, before, after, 0);
    }

    /// <summary>The remarks that are not in the new text, but for those of entries that are gone.</summary>
    private static List<string> Lost(string before, YamlNode root, string after, List<TextEdit> edits)
    {
        var kept = Remarks.Of(after, Root(after)!).Select(r => r.Text).ToList();
        return [.. Remarks.Of(before, root)
            .OrderBy(r => edits.Exists(e => e.EndsEntry && r.At >= e.Start && r.At < e.End))
            .Where(r => !kept.Remove(r.Text) && !edits.Exists(e => e.EndsEntry && r.At >= e.Start && r.At < e.End))
            .OrderBy(r => r.At).Select(r => r.Text)];
    }

    private static YamlNode? Root(string text) => YamlFile.Parse("company.yaml", Encoding.UTF8.GetBytes(text), [])?.Root.Yaml;
}
