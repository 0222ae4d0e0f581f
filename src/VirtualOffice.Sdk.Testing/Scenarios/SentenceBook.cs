namespace VirtualOffice.Sdk.Testing;

/// <summary>All the sentences that scenarios are written in.</summary>
internal static class SentenceBook
{
    private const int Shown = 5;

    private static readonly IReadOnlyList<Sentence> All = [.. PhoneSentences.All, .. ActingSentences.All, .. OfficeSentences.All, .. ExpectingSentences.All];

    /// <summary>How the sentences read, for the documentation.</summary>
    public static IEnumerable<string> Forms => All.Select(s => s.Form);

    /// <exception cref="ScenarioException">It is not understood, cannot be carried out, or what it expects is not so.</exception>
    public static void Carry(ScenarioOffice office, string text)
    {
        var sentence = text.Trim().TrimEnd('.');
        foreach (var known in All)
        {
            if (known.Pattern.Match(sentence) is { Success: true } match)
            {
                known.Carry(office, match.Groups);
                return;
            }
        }

        throw NotUnderstood(text);
    }

    /// <summary>Whether a sentence is understood; what it is about is found out only when it is carried out.</summary>
    public static bool IsUnderstood(string text) => All.Any(s => s.Pattern.IsMatch(text.Trim().TrimEnd('.')));

    public static ScenarioException NotUnderstood(string text)
    {
        var words = Words(text);
        var nearest = All.OrderByDescending(s => Words(s.Form).Intersect(words, StringComparer.Ordinal).Count()).Take(Shown).Select(s => $"\n  {s.Form}");
        return new ScenarioException($"'{text}' is not understood. The nearest sentences are:{string.Concat(nearest)}", "");
    }

    private static HashSet<string> Words(string text) => new(text.ToLowerInvariant().Split([' ', ',', '.', '[', ']', '|', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
