using System.Globalization;
using System.Text;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>Who calls, as far as the network told: cleaned text, never trusted, and a phone number where it is one.</summary>
/// <param name="Text">What the network gave as the number: printable, at most 64 characters; empty when withheld.</param>
/// <param name="Number">The number, when <paramref name="Text"/> is one.</param>
/// <param name="Name">The display name, cleaned likewise; null when there is none.</param>
public sealed record CallerId(string Text, PhoneNumber? Number, string? Name)
{
    /// <summary>The longest text and name that are kept.</summary>
    public const int MaxLength = 64;

    private static readonly string[] WithheldWords = ["anonymous", "restricted", "private", "unavailable", "unknown", "asserted", "invalid"];

    /// <summary>A caller who did not say who they are.</summary>
    public static CallerId Withheld { get; } = new("", null, null);

    /// <summary>True when the network passed no number.</summary>
    public bool IsWithheld => Text.Length == 0;

    /// <summary>Cleans what came from a network: control, formatting (bidirectional overrides among them) and unpaired surrogate characters are dropped, white space is folded, length is capped.</summary>
    public static CallerId Clean(string? number, string? name)
    {
        var text = CleanText(number);
        if (Array.Exists(WithheldWords, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)))
        {
            text = "";
        }

        var cleanName = CleanText(name);
        var withheldName = cleanName.Length == 0 || Array.Exists(WithheldWords, word => word.Equals(cleanName, StringComparison.OrdinalIgnoreCase));
        return new CallerId(text, PhoneNumber.TryParseSignalled(text, out var parsed) ? parsed : null, withheldName ? null : cleanName);
    }

    /// <summary>The caller for a person to read: name and number, or that both are withheld.</summary>
    public override string ToString()
    {
        var shown = Number?.ToString() ?? Text;
        return (Name, shown.Length) switch
        {
            (null, 0) => "withheld",
            (null, _) => shown,
            (_, 0) => Name,
            _ => $"{Name} {shown}",
        };
    }

    private static string CleanText(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // Runes decode the text once; an unpaired surrogate comes out as U+FFFD and is dropped like any other unprintable one.
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (IsPrintable(rune))
            {
                if (clean.Length + rune.Utf16SequenceLength > MaxLength)
                {
                    break;
                }

                clean.Append(rune.ToString());
            }

            if (clean.Length >= MaxLength)
            {
                break;
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
