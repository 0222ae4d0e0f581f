using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads JSON as the events of a YAML parser, so that one reader with one set of messages serves both.</summary>
internal sealed class JsonEvents : IParser
{
    private readonly Queue<ParsingEvent> _events = new();

    /// <summary>Reads a text whole; documents are short.</summary>
    /// <exception cref="SyntaxErrorException">It is not JSON.</exception>
    public JsonEvents(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var lines = LineStarts(bytes);
        _events.Enqueue(new StreamStart());
        _events.Enqueue(new DocumentStart());
        try
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read())
            {
                _events.Enqueue(Event(ref reader, MarkOf(bytes, lines, (int)reader.TokenStartIndex)));
            }
        }
        catch (JsonException e)
        {
            var mark = new Mark(0, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
            var text = e.Message.Contains(" LineNumber:", StringComparison.Ordinal) ? e.Message[..e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal)] : e.Message;
            throw new SyntaxErrorException(mark, mark, text);
        }

        _events.Enqueue(new DocumentEnd(isImplicit: true));
        _events.Enqueue(new StreamEnd());
    }

    public ParsingEvent? Current { get; private set; }

    public bool MoveNext()
    {
        var moved = _events.TryDequeue(out var next);
        Current = next;
        return moved;
    }

    private static ParsingEvent Event(ref Utf8JsonReader reader, Mark at) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Flow, at, at),
        JsonTokenType.EndObject => new MappingEnd(at, at),
        JsonTokenType.StartArray => new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Flow, at, at),
        JsonTokenType.EndArray => new SequenceEnd(at, at),
        JsonTokenType.PropertyName or JsonTokenType.String => Scalar(reader.GetString()!, ScalarStyle.DoubleQuoted, at),
        _ => Scalar(Encoding.UTF8.GetString(reader.ValueSpan), ScalarStyle.Plain, at),
    };

    private static Scalar Scalar(string text, ScalarStyle style, Mark at) =>
        new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Plain, isQuotedImplicit: style != ScalarStyle.Plain, at, at);

    private static List<int> LineStarts(byte[] bytes)
    {
        List<int> starts = [0];
        starts.AddRange(bytes.Select((b, i) => (b, i)).Where(c => c.b == '\n').Select(c => c.i + 1));
        return starts;
    }

    /// <summary>The place of a byte, columns counted in characters as people do.</summary>
    private static Mark MarkOf(byte[] bytes, List<int> lines, int index)
    {
        var found = lines.BinarySearch(index);
        var line = found < 0 ? ~found - 1 : found;
        return new Mark(index, line + 1, Encoding.UTF8.GetCharCount(bytes, lines[line], index - lines[line]) + 1);
    }
}
