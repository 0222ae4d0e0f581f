using System.Text;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Texts with placeholders, such as <c>Good {daypart}, {caller.name}</c>.</summary>
public static class ScriptText
{
    /// <summary>Fills a text in. What is put in is not looked at again; a placeholder that is not known stays as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="facts">What is known, by name.</param>
    public static string Fill(string text, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        var filled = new StringBuilder(text.Length);
        var from = 0;
        foreach (var (start, name) in Placeholders(text))
        {
            if (facts.TryGetValue(name, out var value))
            {
                filled.Append(text, from, start - from).Append(value);
                from = start + name.Length + 2;
            }
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The placeholders of a text, with where each begins.</summary>
    internal static IEnumerable<(int Start, string Name)> Placeholders(string text)
    {
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = text.IndexOf('{', start + 1))
        {
            var end = text.IndexOf('}', start);
            if (end > start + 1 && text.AsSpan(start + 1, end - start - 1).IndexOfAny('{', ' ') < 0)
            {
                yield return (start, text[(start + 1)..end]);
            }
        }
    }
}
