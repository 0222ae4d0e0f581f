using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Asterisk.Tests.Fuzzing;

/// <summary>Changes events: their structure where they are JSON, their bytes always. What it does is decided by its source of chance alone.</summary>
internal sealed class EventMutator(Random random)
{
    private const int MaxLength = 32 * 1024;

    private static readonly string[] Names =
    [
        "type", "application", "channel", "peer", "bridge", "playback", "recording", "args", "cause", "dialstatus", "id", "name", "state", "caller", "number",
        "dialplan", "exten", "duration", "talking_duration", "target_uri", "other",
    ];

    private static readonly string[] Texts =
    [
        "leg-0", "leg-1", "1.1", "1.2", "play-0", "rec-0", "channel:leg-0", "channel:1.1", "channel:", "bridge:b-0", "b-0", "vo-leg", "vo-snoop", "voffice", "Up", "Ringing", "RINGING", "ANSWER",
        "done", "failed", "", "\u0000", "\u202e", "я", "\ud83d\ude00", "a,b", "${X}", "../../x", "\"", "\\",
    ];

    private static readonly string[] Raw =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "\\ud800", "\\", "null", "-0", "1e999", "1.5", "-2147483649", "99999999999999999999", "true", "/*", "\u0000", "\ufeff", "\n", "NaN",
    ];

    /// <summary>A changed copy of an event.</summary>
    /// <param name="input">The event.</param>
    /// <param name="other">Another one to take parts of.</param>
    public byte[] Mutate(byte[] input, byte[] other)
    {
        var changed = random.Next(4) > 0 && Parse(input) is { } root ? ChangeTree(root, Parse(other)) : input;
        var byteChanges = random.Next(3) == 0 ? 1 + random.Next(6) : 0;
        for (var i = 0; i < byteChanges; i++)
        {
            changed = ChangeBytes(changed, other);
        }

        return changed.Length <= MaxLength ? changed : changed[..MaxLength];
    }

    private static JsonObject? Parse(byte[] json)
    {
        try
        {
            // Names that come twice are found out only when the object is looked into.
            var root = JsonNode.Parse(json) as JsonObject;
            return Objects(root).ToList() is { Count: > 0 } ? root : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => Objects(property.Value)).Prepend(item),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private byte[] ChangeTree(JsonObject root, JsonObject? other)
    {
        for (var changes = 1 + random.Next(4); changes > 0; changes--)
        {
            var place = Pick(Objects(root).ToList());
            var names = place.Select(property => property.Key).ToList();
            var name = names.Count > 0 && random.Next(3) > 0 ? Pick(names) : Pick(Names);
            switch (random.Next(6))
            {
                case 0:
                    place.Remove(name);
                    break;
                case 1 when other is not null:
                    var (taken, value) = Pick(Objects(other).SelectMany(o => o).ToList());
                    place[random.Next(2) == 0 ? taken : name] = value?.DeepClone();
                    break;
                case 2 when place[name] is { } moved:
                    place.Remove(name);
                    place[Pick(Names)] = moved;
                    break;
                default:
                    place[name] = NewValue(0);
                    break;
            }
        }

        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return Encoding.UTF8.GetBytes("{}");
        }
    }

    private JsonNode? NewValue(int depth) => random.Next(depth > 3 ? 7 : 10) switch
    {
        0 => null,
        1 => random.Next(),
        2 => -random.Next(),
        3 => random.NextDouble() * 1e10,
        4 => random.Next(2) == 0,
        5 => new string((char)random.Next(0x20, 0x3000), random.Next(2) == 0 ? random.Next(10) : random.Next(2000)),
        6 or 7 => Pick(Texts),
        8 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => NewValue(depth + 1))]),
        _ => new JsonObject { [Pick(Names)] = NewValue(depth + 1) },
    };

    private byte[] ChangeBytes(byte[] input, byte[] other)
    {
        var (from, to) = Range(input.Length);
        switch (random.Next(6))
        {
            case 0 when input.Length > 0:
                var flipped = input.ToArray();
                flipped[random.Next(input.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return [.. input[..from], .. Encoding.UTF8.GetBytes(Pick(Raw)), .. input[from..]];
            case 2:
                return [.. input[..from], .. input[to..]];
            case 3:
                return [.. input[..to], .. input[from..]];
            case 4:
                var (start, end) = Range(other.Length);
                return [.. input[..from], .. other[start..end], .. input[to..]];
            default:
                return input[..to];
        }
    }

    private (int From, int To) Range(int length)
    {
        var from = random.Next(length + 1);
        return (from, Math.Min(length, from + random.Next(1, 200)));
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
