using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Passes a parser's events on, but no aliases, with which a small document could become endless, no tags, which make two of one field, and no depth that no definition has.</summary>
internal sealed class StrictParser(IParser parser) : IParser
{
    private const int MaxDepth = 20;

    private int _depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        if (!parser.MoveNext())
        {
            return false;
        }

        _depth += parser.Current!.NestingIncrease;
        return parser.Current switch
        {
            AnchorAlias alias => throw new YamlException(alias.Start, alias.End, "An alias is not allowed."),
            NodeEvent { Tag.IsEmpty: false } tagged => throw new YamlException(tagged.Start, tagged.End, "A tag is not allowed."),
            { } deep when _depth > MaxDepth => throw new YamlException(deep.Start, deep.End, $"It is nested deeper than {MaxDepth}."),
            _ => true,
        };
    }
}
