using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace VirtualOffice.Sdk.Asterisk.Tests.Ari;

public sealed class AriEventReaderTests
{
    private readonly AriEventReader _reader = new();

    [Fact]
    public void Read_EveryRealEvent_AgreesWithAnOrdinaryParser()
    {
        var types = new HashSet<AriEventType>();
        foreach (var line in Corpus.Lines)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var outcome = _reader.Read(Encoding.UTF8.GetBytes(line), out var read);
            types.Add(read.Type);

            Assert.Equal(Enum.TryParse<AriEventType>(root.GetProperty("type").GetString(), out _) ? AriEventOutcome.Read : AriEventOutcome.Ignored, outcome);
            if (outcome == AriEventOutcome.Read)
            {
                AssertSame(root, in read);
            }
        }

        Assert.Equal(Enum.GetValues<AriEventType>().Order(), types.Order());
    }

    [Fact]
    public void Read_TypeAtTheEnd_IsReadAlike()
    {
        foreach (var line in Corpus.Lines)
        {
            var moved = Corpus.Change(line, node =>
            {
                var type = node["type"];
                node.Remove("type");
                node["type"] = type;
            });
            var expected = _reader.Read(Encoding.UTF8.GetBytes(line), out var first);
            var channel = first.Channel.ToString();
            Assert.Equal(expected, _reader.Read(moved, out var second));
            Assert.Equal(first.Type, second.Type);
            Assert.Equal(channel, second.Channel.ToString());
        }
    }

    [Fact]
    public void Read_EveryTruncation_IsNeverTakenForWhole()
    {
        foreach (var whole in Corpus.Bytes)
        {
            for (var length = 0; length < whole.Length; length++)
            {
                Assert.NotEqual(AriEventOutcome.Read, _reader.Read(whole.AsSpan(0, length), out _));
            }
        }
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 300].Sample(bytes => _reader.Read(bytes, out _) is AriEventOutcome.Malformed or AriEventOutcome.Ignored, threads: 1);

    [Fact]
    public void Read_EventsWithChangedBytes_NeverThrows() =>
        Gen.Select(Gen.Int[0, Corpus.Bytes.Count - 1], Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[1, 5]).Sample(
            (which, changes) =>
            {
                var bytes = Corpus.Bytes[which].ToArray();
                foreach (var (at, value) in changes)
                {
                    bytes[at % bytes.Length] = value;
                }

                return Enum.IsDefined(_reader.Read(bytes, out _));
            },
            threads: 1);

    [Fact]
    public void Read_AnythingElseInPlaceOfAnything_NeverThrows()
    {
        JsonNode?[] others = [null, 1, -1.5e300, "", "text", true, new JsonArray(), new JsonObject(), new JsonArray(new JsonObject()), long.MaxValue];
        foreach (var line in Corpus.Lines)
        {
            foreach (var path in PathsOf(JsonNode.Parse(line)!.AsObject(), []))
            {
                foreach (var other in others)
                {
                    var outcome = _reader.Read(Corpus.Change(line, node => Replace(node, path, other?.DeepClone())), out _);
                    Assert.True(Enum.IsDefined(outcome));
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"type":"ChannelDestroyed","cause":"16","channel":{"id":"1.2"}}""")]
    [InlineData("""{"type":"ChannelDestroyed","cause":16,"channel":"1.2"}""")]
    [InlineData("""{"type":"ChannelDestroyed","cause":16,"channel":{"id":12}}""")]
    [InlineData("""{"type":"ChannelDestroyed","cause":16,"channel":{"id":""}}""")]
    [InlineData("""{"type":"ChannelDestroyed","cause":16}""")]
    [InlineData("""{"type":"StasisStart","args":{},"channel":{"id":"1.2"}}""")]
    [InlineData("""{"type":"StasisStart","args":[1],"channel":{"id":"1.2"}}""")]
    [InlineData("""{"type":"RecordingFinished","recording":{"name":"r","duration":"4"}}""")]
    [InlineData("""{"type":"StasisEnd","channel":{"id":"1.2"}} {}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"StasisEnd","type":"x","channel":{"id":"\ud800"}}""")]
    [InlineData("""["type","StasisEnd"]""")]
    [InlineData("\"type\"")]
    [InlineData("{}")]
    [InlineData("")]
    public void Read_WrongEvent_IsMalformed(string json) => Assert.Equal(AriEventOutcome.Malformed, _reader.Read(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void Read_DeepEvent_IsMalformed()
    {
        var deep = $$$"""{"type":"StasisEnd","x":{{{new string('[', 100_000)}}}{{{new string(']', 100_000)}}},"channel":{"id":"1.2"}}""";
        Assert.Equal(AriEventOutcome.Malformed, _reader.Read(Encoding.UTF8.GetBytes(deep), out _));
    }

    [Fact]
    public void Read_OverlongCallerName_IsCut()
    {
        var name = new string('я', 100_000);
        var json = Corpus.Change(Corpus.Find("StasisStart"), node => node["channel"]!["caller"]!["name"] = name);
        Assert.Equal(AriEventOutcome.Read, _reader.Read(json, out var read));
        Assert.Equal(AriTexts.MaxText, read.CallerName.Length);
    }

    [Fact]
    public void Read_OverlongId_IsMalformedRatherThanAnotherId()
    {
        var json = Corpus.Change(Corpus.Find("StasisEnd"), node => node["channel"]!["id"] = new string('1', AriTexts.MaxText));
        Assert.Equal(AriEventOutcome.Malformed, _reader.Read(json, out _));
    }

    [Fact]
    public void Read_SameTextTenThousandTimes_IsReadAllTheSame()
    {
        var many = string.Concat(Enumerable.Repeat($"\"application\":\"{new string('a', 255)}\",", 10_000));
        var json = $$$"""{"type":"StasisEnd",{{{many}}}"channel":{"id":"1.2"}}""";
        Assert.Equal(AriEventOutcome.Read, _reader.Read(Encoding.UTF8.GetBytes(json), out var read));
        Assert.Equal("1.2", read.Channel.ToString());
    }

    [Fact]
    public void Read_AnyCallerName_ComesThroughWhole() => Gen.Int[1, 0x10FFFF].Where(Rune.IsValid).Array[0, 60].Sample(
        runes =>
        {
            var name = string.Concat(runes.Select(rune => new Rune(rune).ToString()));
            var json = Corpus.Change(Corpus.Find("StasisStart"), node => node["channel"]!["caller"]!["name"] = name);
            return _reader.Read(json, out var read) == AriEventOutcome.Read && read.CallerName.SequenceEqual(name);
        },
        threads: 1);

    [Fact]
    public void Read_RealEvents_AllocatesNothing()
    {
        ReadAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void ReadAll()
        {
            for (var i = 0; i < Corpus.Bytes.Count; i++)
            {
                _reader.Read(Corpus.Bytes[i], out _);
            }
        }
    }

    private static void AssertSameTransfer(JsonElement root, in AriEvent read)
    {
        Assert.Equal(Text(Find(Find(root, "referred_by"), "source_channel"), "id"), read.Channel.ToString());
        Assert.Equal(Text(Find(Find(root, "refer_to"), "requested_destination"), "destination"), read.TransferTo.ToString());
        Assert.Equal(Text(root, "state"), read.TransferState.ToString());
    }

    private static void AssertSame(JsonElement root, in AriEvent read)
    {
        var channel = Find(root, read.Type == AriEventType.Dial ? "peer" : "channel");
        var media = Find(root, "playback") ?? Find(root, "recording");
        if (read.Type == AriEventType.ChannelTransfer)
        {
            AssertSameTransfer(root, in read);
            return;
        }

        Assert.Equal(Text(channel, "id"), read.Channel.ToString());
        Assert.Equal(Text(channel, "name"), read.ChannelName.ToString());
        Assert.Equal(Text(channel, "state"), read.ChannelState.ToString());
        Assert.Equal(Text(root, "application"), read.Application.ToString());
        Assert.Equal(Text(root, "dialstatus"), read.DialStatus.ToString());
        Assert.Equal(Text(Find(root, "bridge"), "id"), read.Bridge.ToString());
        Assert.Equal(Text(media, "id") + Text(media, "name"), read.Media.ToString());
        Assert.Equal(Text(media, "state"), read.MediaState.ToString());
        Assert.Equal(Text(media, "target_uri"), read.Target.ToString());
        Assert.Equal(Find(media, "duration")?.GetInt32(), read.Duration);
        Assert.Equal(Find(root, "cause")?.GetInt32() ?? 0, read.Cause);
        if (read.Type == AriEventType.StasisStart)
        {
            Assert.Equal(Text(Find(channel, "caller"), "number"), read.CallerNumber.ToString());
            Assert.Equal(Text(Find(channel, "caller"), "name"), read.CallerName.ToString());
            Assert.Equal(Text(Find(channel, "dialplan"), "exten"), read.Extension.ToString());
            var arguments = root.GetProperty("args").EnumerateArray().Select(a => a.GetString()).ToList();
            Assert.Equal(arguments.Count, read.Arguments);
            Assert.Equal(string.Join('|', arguments), string.Join('|', new[] { read.Argument0.ToString(), read.Argument1.ToString(), read.Argument2.ToString() }.Take(arguments.Count)));
        }
    }

    private static JsonElement? Find(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } node && node.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement? element, string name) => Find(element, name)?.GetString() ?? "";

    private static IEnumerable<string[]> PathsOf(JsonObject node, string[] above)
    {
        foreach (var (name, value) in node)
        {
            string[] path = [.. above, name];
            yield return path;
            if (value is JsonObject inner)
            {
                foreach (var deeper in PathsOf(inner, path))
                {
                    yield return deeper;
                }
            }
        }
    }

    private static void Replace(JsonObject node, string[] path, JsonNode? other)
    {
        foreach (var name in path[..^1])
        {
            node = node[name]!.AsObject();
        }

        node[path[^1]] = other;
    }
}
