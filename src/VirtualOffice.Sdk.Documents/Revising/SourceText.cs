using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A document's text, and where its nodes stand in it. Every line of it ends with a line break.</summary>
internal sealed class SourceText(string text)
{
    public string Text => text;

    public int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>After the line break of a place's line.</summary>
    public int LineEnd(int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    public int Column(int at) => at - LineStart(at);

    public bool IsFirstOnLine(int at) => string.IsNullOrWhiteSpace(text[LineStart(at)..at]);

    /// <summary>Where a node ends, without the blank lines and remarks that follow it.</summary>
    public int EndOf(YamlNode node) => node switch
    {
        YamlMappingNode { Style: MappingStyle.Flow } mapping => AfterBracket(mapping.Children.Count == 0 ? (int)mapping.Start.Index + 1 : EndOfLast(mapping), '}'),
        YamlSequenceNode { Style: SequenceStyle.Flow } list => AfterBracket(list.Children.Count == 0 ? (int)list.Start.Index + 1 : EndOf(list.Children[^1]), ']'),
        YamlMappingNode { Children.Count: > 0 } mapping => EndOfLast(mapping),
        YamlSequenceNode { Children.Count: > 0 } list => EndOf(list.Children[^1]),
        YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } => BeforeBlanks((int)node.Start.Index, (int)node.End.Index),
        _ => (int)node.End.Index,
    };

    /// <summary>Where a field's value ends; after its colon when nothing stands there.</summary>
    public int EndOfField(YamlNode key, YamlNode value) => !IsNothing(value) ? EndOf(value) : AfterColon(key) is >= 0 and var colon ? colon : EndOf(key);

    /// <summary>After the colon of a field; -1 where it does not follow its name.</summary>
    public int AfterColon(YamlNode key)
    {
        var at = (int)key.End.Index;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return key is YamlScalarNode && at < text.Length && text[at] == ':' ? at + 1 : -1;
    }

    /// <summary>Where the remarks directly above an entry begin, which stand in its column; the entry's own line when there are none.</summary>
    /// <param name="at">The entry.</param>
    /// <param name="notBefore">What cannot belong to it any more.</param>
    public int WithRemarks(int at, int notBefore)
    {
        var (column, start) = (Column(at), LineStart(at));
        while (start > notBefore && LineStart(start - 1) is var above && above >= notBefore && text[above..start].TrimEnd() is var line && line.TrimStart(' ') is ['#', ..] remark && line.Length - remark.Length == column)
        {
            start = above;
        }

        return start;
    }

    /// <summary>The remark that follows on the same line, with the blanks before it; empty when there is none.</summary>
    public (int Start, int End) RemarkAfter(int at)
    {
        var start = at;
        while (start < text.Length && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start > at && start < text.Length && text[start] == '#' ? (at, BeforeBlanks(start, LineEnd(start))) : (at, at);
    }

    public static bool IsNothing(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" };

    private int EndOfLast(YamlMappingNode mapping) => EndOfField(mapping.Children.Last().Key, mapping.Children.Last().Value);

    /// <summary>After what closes a list in brackets, or a mapping in braces: the parser tells where one begins only.</summary>
    private int AfterBracket(int at, char bracket)
    {
        while (at < text.Length && text[at] != bracket)
        {
            at = text[at] == '#' ? LineEnd(at) : at + 1;
        }

        return Math.Min(at + 1, text.Length);
    }

    private int BeforeBlanks(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
