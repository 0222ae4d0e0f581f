using System.Text;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Text as every database takes it.</summary>
internal static class StoreText
{
    /// <summary>Replaces what is no text: halves of surrogate pairs, and the NUL character, which PostgreSQL refuses.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        }

        return clean.ToString();
    }
}
