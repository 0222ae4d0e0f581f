using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VirtualOffice.Sdk.Companies;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads fields of nodes and notes what is wrong with each, with its line, what was found and what is allowed.</summary>
internal sealed class DocumentReader(string file, List<DefinitionProblem> problems)
{
    public delegate bool TryParse<T>(string? text, [MaybeNullWhen(false)] out T value);

    public void Problem(DocumentNode node, string allowed, string? found = null) =>
        problems.Add(node.Problem(file, allowed, found));

    /// <summary>The fields of a mapping; a field that is not known is passed over with a warning that names the nearest one.</summary>
    public IReadOnlyDictionary<string, DocumentNode>? Fields(DocumentNode node, params string[] known) => Fields(node, ProblemSeverity.Warning, known);

    /// <summary>The fields of a mapping whose names are values: one that is not known is an error.</summary>
    public IReadOnlyDictionary<string, DocumentNode>? Fields(DocumentNode node, ProblemSeverity unknown, params string[] known)
    {
        if (node.Yaml is not YamlMappingNode mapping)
        {
            Problem(node, $"a mapping with the fields {string.Join(", ", known)}");
            return null;
        }

        var fields = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var child = node.Child(value, DocumentNode.Short(name));
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var problem = new DocumentNode(key, child.Path).Problem(file, $"{string.Join(", ", known)}{Nearest.Hint(name, known)}", $"the unknown field '{DocumentNode.Short(name)}'");
                problems.Add(problem with { Severity = unknown });
            }
            else
            {
                fields[name] = child;
            }
        }

        return fields;
    }

    /// <summary>A field that must be there.</summary>
    public DocumentNode? Required(DocumentNode owner, IReadOnlyDictionary<string, DocumentNode> fields, string name, string allowed)
    {
        if (fields.TryGetValue(name, out var node))
        {
            return node;
        }

        Problem(owner.Child(owner.Yaml, name), allowed, "nothing");
        return null;
    }

    /// <summary>A text of one line; null, with a problem noted, when it is something else.</summary>
    public string? Text(DocumentNode? node, int maxLength)
    {
        if (node is null)
        {
            return null;
        }

        if (node.Text is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !text.Any(char.IsControl))
        {
            return text.Trim();
        }

        Problem(node, $"a text of 1 to {maxLength} characters on one line");
        return null;
    }

    /// <summary>A text of any number of lines; null, with a problem noted, when it is something else.</summary>
    public string? LongText(DocumentNode? node, int maxLength)
    {
        if (node is null)
        {
            return null;
        }

        if (node.Text is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !text.Any(c => char.IsControl(c) && c != '\n'))
        {
            return text.Trim();
        }

        Problem(node, $"a text of 1 to {maxLength} characters");
        return null;
    }

    /// <summary>A value that is written as text.</summary>
    public bool TryValue<T>(DocumentNode? node, TryParse<T> parse, string allowed, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is null)
        {
            return false;
        }

        if (node.Text is { } text && parse(text, out value))
        {
            return true;
        }

        Problem(node, allowed);
        return false;
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<DocumentNode> Items(DocumentNode? node, string allowed)
    {
        if (node is null)
        {
            return [];
        }

        if (node.Yaml is YamlSequenceNode sequence)
        {
            return [.. sequence.Children.Select(node.Item)];
        }

        Problem(node, allowed);
        return [];
    }

    /// <summary>Every item of a list, read as text; those that are wrong are noted and left out.</summary>
    public IReadOnlyList<T> Values<T>(DocumentNode? node, TryParse<T> parse, string allowed)
    {
        var values = new List<T>();
        foreach (var item in Items(node, $"a list; each item {allowed}"))
        {
            if (TryValue(item, parse, allowed, out var value))
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>Notes every value but the first of those that stand there more than once.</summary>
    public static void RefuseDoubles(IEnumerable<(string Value, string File, DocumentNode Node)> uses, string allowed, List<DefinitionProblem> problems)
    {
        foreach (var group in uses.GroupBy(u => u.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var first = group.First();
            foreach (var (value, file, node) in group.Skip(1))
            {
                problems.Add(node.Problem(file, allowed, $"'{value}', which stands at {first.File}:{first.Node.Line} too"));
            }
        }
    }

    /// <summary>A whole number between two limits.</summary>
    public bool TryWhole(DocumentNode? node, int atLeast, int atMost, out int number) => TryValue(
        node,
        (string? text, out int n) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out n) && n >= atLeast && n <= atMost,
        string.Create(CultureInfo.InvariantCulture, $"a whole number, {atLeast} to {atMost}"),
        out number);

    /// <summary>One of a few names; what is not is noted, with the nearest.</summary>
    public bool TryChoose<T>(DocumentNode? node, (string Name, T Value)[] choices, out T chosen)
    {
        chosen = default!;
        if (node is null)
        {
            return false;
        }

        var index = Array.FindIndex(choices, c => c.Name == node.Text);
        if (index < 0)
        {
            Problem(node, $"one of {Names(choices)}{Nearest.Hint(node.Text ?? "", choices.Select(c => c.Name))}");
            return false;
        }

        chosen = choices[index].Value;
        return true;
    }

    public static string Names<T>((string Name, T Value)[] choices) => string.Join(", ", choices.Select(c => c.Name));

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
