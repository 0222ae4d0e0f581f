using System.Text.Json;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Where the texts of an event are put, unescaped, one behind the other, until the next event.</summary>
internal sealed class AriTexts
{
    /// <summary>Longer ids are not taken, longer texts are cut.</summary>
    public const int MaxText = 256;

    // A character is at most six bytes long in JSON, and a text needs as many characters as it has bytes while it is being unescaped.
    private const int MaxRaw = MaxText * 6;
    private const int TextsOfAnEvent = 16;

    private readonly char[] _texts = new char[TextsOfAnEvent * MaxRaw];
    private int _used;

    public void Clear() => _used = 0;

    /// <summary>Takes the text that follows; empty for null.</summary>
    public ReadOnlySpan<char> ReadNext(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        return Take(ref reader);
    }

    /// <summary>Takes the text that the reader stands at; empty for null.</summary>
    public ReadOnlySpan<char> Take(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var raw = reader.ValueSpan.Length;
        if (raw > MaxRaw || raw > _texts.Length - _used)
        {
            // Overlong, or one of too many: Asterisk sends no such thing by itself, so what it costs does not matter.
            var text = reader.GetString()!;
            return text.AsSpan(0, Math.Min(text.Length, MaxText));
        }

        var length = Math.Min(reader.CopyString(_texts.AsSpan(_used)), MaxText);
        var taken = _texts.AsSpan(_used, length);
        _used += length;
        return taken;
    }
}
