using System.Globalization;
using System.Text;

namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>
/// Searches a card while a caller waits for the answer: everything that is shown, the best first. Every word of the query must begin a word of what is found, in
/// whatever case and with or without accents; digits are found inside of numbers too. A pure function: the same card and query give the same answer.
/// </summary>
public static class CardSearch
{
    private const int InTitle = 4;
    private const int InKeywords = 3;
    private const int InText = 1;
    private const int MinDigits = 3;

    /// <summary>What on a card fits a query, the best first, and of two alike the one that stands first on the screen.</summary>
    /// <param name="card">The card.</param>
    /// <param name="query">What is looked for; an empty query finds nothing.</param>
    /// <param name="limit">The most to be found: 1 or more; 20 by default.</param>
    public static IReadOnlyList<CardMatch> Find(CompanyCard card, string query, int limit = 20)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var wanted = Words(query).Distinct(StringComparer.Ordinal).ToList();
        return wanted.Count == 0
            ? []
            : [.. card.Parts.SelectMany(p => Entries(card, p)).Select(e => e.Match with { Score = Score(wanted, e.Match, e.Keywords) }).Where(m => m.Score > 0).OrderByDescending(m => m.Score).Take(limit)];
    }

    private static IEnumerable<(CardMatch Match, string Keywords)> Entries(CompanyCard card, CardPart part) => part.Section switch
    {
        CardSections.About => [Entry(part, 0, part.Title, card.About)],
        CardSections.Promotions => card.Promotions.Select((p, i) => Entry(part, i, p.Name, p.Text)),
        CardSections.Services => card.Services.Select((s, i) => Entry(part, i, s.Name, Join(s.Text, s.Price), [.. s.Keywords])),
        CardSections.Offices => card.Offices.Select((o, i) => Entry(part, i, o.Office.Name, Join(o.Office.Address, o.Office.Directions), o.Office.Phone?.ToString())),
        CardSections.Faq => card.Faq.Select((f, i) => Entry(part, i, f.Question, f.Answer, [.. f.Keywords])),
        CardSections.Employees => card.Employees.Select((e, i) => Entry(part, i, e.Name, e.Department, [e.Id.Value, e.Email, .. e.Numbers.Select(n => n.Number.ToString())])),
        CardSections.Vips => card.Vips.Select((v, i) => Entry(part, i, v.Name, v.Note, v.Number.ToString())),
        CardSections.Organisations => card.Organisations.Select((o, i) => Entry(part, i, o.Name, null, o.Fax.ToString())),
        _ => card.Sections.Where(s => s.Id == part.Section).Select(s => Entry(part, 0, s.Title, s.Text)),
    };

    private static (CardMatch Match, string Keywords) Entry(CardPart part, int index, string title, string? text, params string?[] keywords) =>
        (new CardMatch(part.Section, index, title, text, 0), string.Join(' ', keywords));

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first} {second}";

    private static int Score(IReadOnlyList<string> wanted, CardMatch match, string keywords)
    {
        var (title, words, text) = (Words(match.Title), Words(keywords), Words(match.Text ?? ""));
        var score = 0;
        foreach (var word in wanted)
        {
            var best = Math.Max(InTitle * Fit(word, title), Math.Max(InKeywords * Fit(word, words), InText * Fit(word, text)));
            if (best == 0)
            {
                return 0;
            }

            score += best;
        }

        return score;
    }

    /// <summary>2 for the word itself, 1 for one that begins with it, or a number that has it in it.</summary>
    private static int Fit(string wanted, IReadOnlyList<string> words) => words.Contains(wanted, StringComparer.Ordinal) ? 2
        : words.Any(w => w.StartsWith(wanted, StringComparison.Ordinal)) ? 1
        : wanted.Length >= MinDigits && wanted.All(char.IsAsciiDigit) && words.Any(w => w.Contains(wanted, StringComparison.Ordinal)) ? 1
        : 0;

    /// <summary>The words of a text, in one case and without accents.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToUpperInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
