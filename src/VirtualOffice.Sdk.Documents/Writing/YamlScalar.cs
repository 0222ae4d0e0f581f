using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes a text as YAML: plain where nobody, no reader of YAML 1.1 or 1.2 either, takes it for something else; in quotes otherwise.</summary>
internal static partial class YamlScalar
{
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"];

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\t\u0085\u2028\u2029\uFEFF");

    private static readonly SearchValues<char> Signs = SearchValues.Create(" _./()%&!?;'+@…–—-");

    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>The name of a field: words that would be something else as a value are not meant so there.</summary>
    public static string Key(string name) => name.Length > 0 && char.IsLetter(name[0]) && IsText(name) ? name : Quoted(name);

    /// <summary>Whether it is a text of several lines that can stand as it is.</summary>
    public static bool HasLines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !text.AsSpan().ContainsAny(Breaks) && text[0] is not (' ' or '\n') && text[^1] != '\n' && !text.Split('\n').Any(l => l.Length > 0 && string.IsNullOrWhiteSpace(l));

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (ATime().IsMatch(text)
            || (IsText(text)
                && !Words.Contains(text.ToLowerInvariant(), StringComparer.Ordinal)
                && (char.IsLetter(text[0]) || (text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsLetter)))
                && !double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _)));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A day, a time of a day, or a length of time, as documents have them.</summary>
    [GeneratedRegex("^([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?|[0-9]{2}-[0-9]{2}|[0-9]{1,6}[smh])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ATime();

    /// <summary>Letters, digits, and signs that mean nothing in YAML where they stand.</summary>
    private static bool IsText(string text)
    {
        if (!char.IsLetterOrDigit(text[0]) || text[^1] == ' ')
        {
            return false;
        }

        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (!char.IsLetterOrDigit(c) && !Signs.Contains(c) && !(c == ':' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
            {
                return false;
            }
        }

        return true;
    }
}
