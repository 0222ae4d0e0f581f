using System.Globalization;
using System.Text;

namespace VirtualOffice.Sdk.Email;

/// <summary>Makes text from outside fit to be shown: it can break no line of a header and turn no other text around.</summary>
internal static class MailText
{
    /// <summary>One line: white space of every kind becomes a space, what cannot be printed is dropped, and the end is cut off.</summary>
    public static string Line(string text, int maxLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (IsPrintable(rune))
            {
                if (line.Length + rune.Utf16SequenceLength >= maxLength)
                {
                    return line.ToString().TrimEnd() + "…";
                }

                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Lines of text: line ends of every kind are kept as such, and what cannot be printed is dropped.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || IsPrintable(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Split('\n');
    }

    /// <summary>Joiners are kept, because scripts and emoji need them; bidirectional controls and everything else that is not seen is not.</summary>
    private static bool IsPrintable(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
