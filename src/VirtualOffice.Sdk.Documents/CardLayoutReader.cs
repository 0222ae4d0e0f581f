using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads the order of a card's sections: each its id, or a mapping with it.</summary>
internal sealed class CardLayoutReader(DocumentReader reader, string file, List<DefinitionProblem> problems)
{
    public IReadOnlyList<CardLayoutEntry> Read(DocumentNode? node, IReadOnlyList<string> own)
    {
        string[] known = [.. CardSections.All, .. own];
        var entries = reader.Items(node, "a list of sections, such as [faq, offices, { section: about, visible: false }]")
            .Select(item => (Entry: ReadEntry(item, known), Node: item))
            .Where(e => e.Entry is not null)
            .ToList();
        DocumentReader.RefuseDoubles(entries.Select(e => (e.Entry!.Section, file, e.Node.Yaml is YamlMappingNode ? e.Node.Field("section") : e.Node)), "every section once", problems);
        return [.. entries.Select(e => e.Entry!)];
    }

    private CardLayoutEntry? ReadEntry(DocumentNode node, string[] known)
    {
        if (node.Yaml is not YamlMappingNode)
        {
            return ReadSection(node, known) is { } alone ? new CardLayoutEntry(alone) : null;
        }

        if (reader.Fields(node, "section", "title", "visible") is not { } fields)
        {
            return null;
        }

        var section = reader.Required(node, fields, "section", "the id of a section") is { } sectionNode ? ReadSection(sectionNode, known) : null;
        var title = reader.Text(fields.GetValueOrDefault("title"), 100);
        var isHidden = reader.TryValue(fields.GetValueOrDefault("visible"), bool.TryParse, "true or false", out bool visible) && !visible;
        return section is null ? null : new CardLayoutEntry(section) { Title = title, IsHidden = isHidden };
    }

    private string? ReadSection(DocumentNode node, string[] known)
    {
        if (node.Text is { } text && known.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        reader.Problem(node, $"one of {string.Join(", ", known)}{Nearest.Hint(node.Text ?? "", known)}");
        return null;
    }
}
